import { describe, expect, it } from "vitest";
import { projectRoot } from "../project-root.ts";
import { reaches } from "./reach.ts";
import { plantedTree, readTree } from "./tree.ts";

const graphics = ["three", "@react-three/fiber"];

describe("the plan", () => {
  it("HS14 comes without graphics", () => {
    const tree = readTree(projectRoot);
    expect(reaches(tree, "client/plan", graphics)).toEqual([]);
    expect(reaches(tree, "client/scene", graphics)).not.toEqual([]);
  });

  it("is seen to bring them along from afar, but not by a type", () => {
    const files = {
      "client/plan/a.ts": 'import "../scene/b.ts";',
      "client/scene/b.ts": 'import { c } from "./c.ts"; export const b = c;',
      "client/scene/c.ts": 'import { Vector3 } from "three"; export const c = new Vector3();',
      "client/scene/d.ts": 'import type { Vector3 } from "three"; export type D = Vector3;',
    };
    expect(reaches(plantedTree(files), "client/plan", graphics)).toEqual([
      "client/scene/c.ts:1 imports three",
    ]);
    const typed = { ...files, "client/scene/b.ts": 'import "./d.ts";' };
    expect(reaches(plantedTree(typed), "client/plan", graphics)).toEqual([]);
  });
});
