import { describe, expect, it } from "vitest";
import { labelAnchors } from "../../../client/scene/layers/labels/label-anchors.ts";
import type { CommunityDocument, EastNorth } from "../../../models/community/community.ts";
import { communityDocument } from "../../../models/community/community.ts";
import { xingheGarden } from "../../../models/communities/index.ts";
import { buildingId } from "../../../models/ids.ts";

const home = communityDocument(xingheGarden());
const [pattern] = home.buildings;

function model(count: number, apartM: number, nameOf: (i: number) => string): CommunityDocument {
  const buildings = Array.from({ length: count }, (_, i): CommunityDocument["buildings"][number] => {
    const [e, n] = [(i % 10) * apartM, Math.floor(i / 10) * apartM];
    const side = 8 + i;
    const ring: EastNorth[] = [
      [e, n],
      [e + side, n],
      [e + side, n + side],
      [e, n + side],
    ];
    return {
      ...pattern!,
      id: buildingId(`b${i}`),
      name: { "zh-CN": nameOf(i), en: nameOf(i) },
      footprint: [ring],
    };
  });
  return { ...home, buildings, mesh: { objects: [], vertexCount: 0 } };
}

describe("what can be named", () => {
  it("lets the bulkiest few of a dense model speak, and every one of a sparse model", () => {
    const uuid = (i: number): string => `UUID_${String(i).padStart(8, "0")}-0000-4000-8000-000000000000`;
    const dense = labelAnchors(model(100, 40, uuid));
    expect(dense.sparse).toBe(false);
    const speaking = dense.list.filter(({ speaks }) => speaks).map(({ id }) => id);
    expect(speaking).toEqual(Array.from({ length: 12 }, (_, i) => buildingId(`b${88 + i}`)));
    const sparse = labelAnchors(model(40, 900, uuid));
    expect(sparse.sparse).toBe(true);
    expect(sparse.list.every(({ speaks }) => speaks)).toBe(true);
  });

  it("lets every building with a name of its own speak", () =>
    expect(labelAnchors(home).list.every(({ speaks }) => speaks)).toBe(true));
});
