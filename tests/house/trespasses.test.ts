import { describe, expect, it } from "vitest";
import { projectRoot } from "../project-root.ts";
import { backDoors, filesSeen, lostImports, strayPackages, trespasses } from "./trespasses.ts";
import { codeOnDisk, plantedTree, readTree } from "./tree.ts";

const tree = readTree(projectRoot);

/** Each file imports the next thing; the target need not exist for the table to judge it. */
const planted = (from: string, line: string) => plantedTree({ [from]: line });

describe("the import table", () => {
  it("HS1 every room imports only what its row allows", () => {
    expect(trespasses(tree)).toEqual([]);
  });

  it.each([
    ["client/scene/a.ts", 'import { x } from "../link/b.ts";'],
    ["client/scene/a.ts", 'import { x } from "../overlays/b.ts";'],
    ["client/replica/a.ts", 'export * from "../look/b.ts";'],
    ["client/desks/operator/a.tsx", 'const x = await import("../planner/b.tsx");'],
    ["client/desks/operator/a.tsx", 'import { x } from "../../link/b.ts";'],
    ["client/main.tsx", 'import type { X } from "../server/twin/b.ts";'],
    ["server/main.ts", 'type X = import("../client/link/b.ts").X;'],
    ["server/twin/a.ts", 'import { x } from "../history/b.ts";'],
    ["server/twin/a.ts", 'import { type X, y } from "../history/b.ts";'],
    ["server/twin/a.ts", 'import { x } from "../../models/demo/b.ts";'],
    ["server/planning/a.ts", 'const at = new URL("../twin/worker.js", import.meta.url);'],
    ["models/alarm/a.ts", 'export { x } from "../stream/b.ts";'],
    ["models/ids.ts", 'import type { X } from "./twin/b.ts";'],
    ["models/twin/a.ts", 'import "../../server/store/b.ts";'],
    ["client/attic/a.ts", 'import { x } from "../look/b.ts";'],
  ])("sees a trespass planted in %s: %s", (from, line) => {
    expect(trespasses(planted(from, line))).toHaveLength(1);
  });

  it.each([
    ["client/desks/operator/a.tsx", 'import { x } from "../../scene/b.ts";'],
    ["client/desks/desk-of-duty.tsx", 'const x = await import("./planner/b.tsx");'],
    ["server/twin/a.ts", 'import type { X } from "../history/b.ts";'],
    ["server/twin/a.ts", 'import { type X } from "../history/b.ts";'],
    ["server/simulator/a.ts", 'import { x } from "../../models/demo/b.ts";'],
    ["server/commands/link.ts", 'import { x } from "../access/b.ts";'],
    ["server/twin/a.ts", 'import { x } from "../../models/communities/b.ts";'],
    ["models/stream/a.ts", 'import { x } from "../twin/b.ts";'],
    [
      "models/twin/a.ts",
      '// import { x } from "../../client/b.ts";\nconst s = \'import "../../client/b.ts"\';',
    ],
  ])("lets pass in %s: %s", (from, line) => {
    expect(trespasses(planted(from, line))).toEqual([]);
  });
});

describe("the package table", () => {
  it("HS2 every package is imported only in the rooms that own it", () => {
    expect(strayPackages(tree)).toEqual([]);
  });

  it.each([
    ["client/replica/a.ts", 'import { useState } from "react";'],
    ["client/overlays/a.ts", 'import type { Mesh } from "three/webgpu";'],
    ["client/components/a.tsx", 'import { scaleLinear } from "d3";'],
    ["client/desks/operator/a.ts", 'import { io } from "socket.io-client";'],
    ["server/access/a.ts", 'import { Server } from "socket.io";'],
    ["server/history/history.ts", 'import { sql } from "kysely";'],
    ["server/ingest/http/a.ts", 'import mqtt from "mqtt";'],
    ["models/twin/a.ts", 'import { readFileSync } from "node:fs";'],
    ["server/twin/a.ts", 'import "left-pad";'],
  ])("sees a package planted in %s: %s", (from, line) => {
    expect(strayPackages(planted(from, line))).toHaveLength(1);
  });

  it.each([
    ["server/history/history-store.ts", 'import { sql } from "kysely";'],
    ["server/store/sqlite/a.ts", 'import { sql } from "kysely";'],
    ["server/ingest/mqtt/a.ts", 'import { Aedes } from "aedes";'],
    ["client/scene/layers/a.ts", 'import { X } from "three/addons/a.js";'],
    ["client/look/a.tsx", 'import "@mantine/core/styles.css";'],
  ])("lets pass in %s: %s", (from, line) => {
    expect(strayPackages(planted(from, line))).toEqual([]);
  });
});

describe("doors", () => {
  it("HS3 a folder with an index.ts is entered through it", () => {
    expect(backDoors(tree)).toEqual([]);
  });

  it("sees an import past the door, from outside only", () => {
    const files = {
      "models/alarm/index.ts": "",
      "models/alarm/rule.ts": "",
      "models/alarm/a.ts": 'import "./rule.ts";',
    };
    const outside = {
      "models/twin/a.ts": 'import "../alarm/rule.ts";',
      "models/twin/b.ts": 'import "../alarm/index.ts";',
    };
    expect(backDoors(plantedTree(files))).toEqual([]);
    expect(backDoors(plantedTree({ ...files, ...outside }))).toEqual([
      "models/twin/a.ts:1 imports models/alarm/rule.ts past models/alarm/index.ts",
    ]);
  });
});

describe("what the checks see", () => {
  it("HS5 every source file there is, and a file behind every import", () => {
    expect(filesSeen(tree)).toEqual(codeOnDisk(projectRoot));
    expect(lostImports(tree)).toEqual([]);
  });

  it("sees an import that leads nowhere and one that is computed", () => {
    const lost = plantedTree({ "models/a.ts": 'import "./gone.ts";\nconst x = await import(name);' });
    expect(lostImports(lost)).toHaveLength(2);
  });

  it("refuses a file it cannot read", () => {
    expect(() => trespasses(plantedTree({ "models/a.ts": "import {{" }))).toThrow(
      "models/a.ts cannot be parsed",
    );
  });
});
