import { describe, expect, it } from "vitest";
import { projectRoot } from "../project-root.ts";
import { fileCircles, modelCircles } from "./circles.ts";
import { clockAndChance } from "./clock-and-chance.ts";
import { emptyNames } from "./empty-names.ts";
import { longFiles, mostLines } from "./lengths.ts";
import { localPaths } from "./local-paths.ts";
import { sqlOutsideStore } from "./sql-outside-store.ts";
import { plantedTree, readTree } from "./tree.ts";

const tree = readTree(projectRoot);

describe("SQL", () => {
  it("HS4 is written only in the store and in store files", () => {
    expect(sqlOutsideStore(tree)).toEqual([]);
  });

  it("is seen elsewhere, and told from sentences", () => {
    const sql = "const q = `select a from ${t} where b`;";
    const planted = { "server/twin/a.ts": sql, "server/store/a.ts": sql, "server/twin/twin-store.ts": sql };
    expect(sqlOutsideStore(plantedTree(planted))).toEqual(["server/twin/a.ts:1 writes SQL"]);
    expect(
      sqlOutsideStore(plantedTree({ "client/a.ts": 'const t = "Select a home from the list";' })),
    ).toEqual([]);
  });
});

describe("circles", () => {
  it("HS6 there are none between files, nor between rooms of models", () => {
    expect(fileCircles(tree)).toEqual([]);
    expect(modelCircles(tree)).toEqual([]);
  });

  it("sees a circle of three files, and one file that imports itself", () => {
    const files = {
      "models/x/a.ts": 'import "./b.ts";',
      "models/x/b.ts": 'import type { C } from "./c.ts";',
      "models/x/c.ts": 'export * from "./a.ts";',
      "models/x/d.ts": 'import "./d.ts";',
    };
    expect(fileCircles(plantedTree(files))).toEqual([
      "models/x/a.ts → models/x/b.ts → models/x/c.ts → models/x/a.ts",
      "models/x/d.ts → models/x/d.ts",
    ]);
  });

  it("sees two rooms that need each other through different files", () => {
    const files = {
      "models/x/a.ts": 'import "../y/a.ts";',
      "models/y/a.ts": "",
      "models/y/b.ts": 'import "../x/c.ts";',
    };
    expect(fileCircles(plantedTree(files))).toEqual([]);
    expect(modelCircles(plantedTree(files))).toEqual(["models/x → models/y → models/x"]);
  });
});

describe("lengths and names", () => {
  it("HS7 no file of code is longer than 300 lines", () => {
    expect(longFiles(tree)).toEqual([]);
  });

  it("sees the 301st line", () => {
    const full = "//\n".repeat(mostLines);
    const planted = { "tests/a.test.ts": full, "client/look/a.css": `${full}//\n` };
    expect(longFiles(plantedTree(planted))).toHaveLength(1);
  });

  it("HS8 no file or folder has a name that says nothing", () => {
    expect(emptyNames(tree)).toEqual([]);
  });

  it("sees an empty name in a folder, a file, and at the end of a name", () => {
    const paths = [
      "server/utils/a.ts",
      "client/helpers.ts",
      "models/twin/date-helper.test.ts",
      "client/CommonTypes.ts",
    ];
    const planted = plantedTree(Object.fromEntries(paths.map((path) => [path, ""])));
    expect(emptyNames(planted)).toHaveLength(3);
  });
});

describe("time and chance", () => {
  it("HS9 come in through the door", () => {
    expect(clockAndChance(tree)).toEqual([]);
  });

  it.each([
    "const t = Date.now();",
    "const t = new Date();",
    "const t = Date();",
    "const c = Math.random();",
    "const t = performance.now();",
    "setTimeout(() => {}, 1);",
    "window.setInterval(tick, 1);",
    "const later = setTimeout;",
    "make({ setTimeout });",
    "const now = Date.now;",
  ])("are seen where they are taken: %s", (line) => {
    expect(clockAndChance(plantedTree({ "models/twin/a.ts": line }))).toHaveLength(1);
    expect(clockAndChance(plantedTree({ "client/main.tsx": line, "server/commands/a.ts": line }))).toEqual(
      [],
    );
  });

  it.each([
    "// Date.now() is not for us",
    'const text = "Math.random()";',
    "const at = new Date(atMs);",
    "clock.setTimeout(ring, 1);",
    "type Timer = ReturnType<typeof setTimeout>;",
    "interface Clock { setTimeout(ring: () => void): void }",
    "make({ setTimeout: clock.after });",
  ])("are not seen where they are only spoken of: %s", (line) => {
    expect(clockAndChance(plantedTree({ "models/twin/a.ts": line }))).toEqual([]);
  });
});

describe("local paths", () => {
  it("HS11 are named in no file", () => {
    expect(localPaths(tree)).toEqual([]);
  });

  it("are seen in any kind of file, and told from addresses", () => {
    const planted = {
      "README.md": ["See ", "work", "main for it"].join("/"),
      ".ci/run": ["cd ", "home", "ann", "courtyard"].join("/"),
      "a.ts": `read("${[".", "library"].join("")}/x")`,
      "b.md": ["https://example.org", "work", "1 and a.library and .libraryOf"].join("/"),
    };
    expect(localPaths(plantedTree(planted))).toHaveLength(3);
  });
});
