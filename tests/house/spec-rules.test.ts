import { describe, expect, it } from "vitest";
import { projectRoot } from "../project-root.ts";
import { specFaults } from "./spec-rules.ts";
import { plantedTree, readTree } from "./tree.ts";

const spec = "# The twin\n\n- **TW1** One thing holds.\n- **TW2** Another, see **TW9**.\n";
const withTests = (text: string) =>
  specFaults(plantedTree({ "models/twin/SPEC.md": spec, "tests/twin/a.test.ts": text }));

describe("numbered rules", () => {
  it("HS10 each has a test, and each test that cites one finds it", () => {
    expect(specFaults(readTree(projectRoot))).toEqual([]);
  });

  it("are content when each is cited, alone, together or in a table of cases", () => {
    expect(withTests('it("TW1 holds", f); it.each(rows)("TW2 holds for %s", f);')).toEqual([]);
    expect(withTests("test(`TW1, TW2 hold for ${name}`, f);")).toEqual([]);
  });

  it("miss the test that nobody wrote, or that does not run", () => {
    expect(withTests('it("TW1 holds", f);')).toEqual(["TW2 of models/twin/SPEC.md is cited by no test"]);
    expect(withTests('it("TW1 holds", f); it.skip("TW2 holds", f);')).toHaveLength(1);
    expect(withTests('it("TW1 holds", f); // it("TW2 holds", f)')).toHaveLength(1);
    expect(withTests('it("TW1 holds", f); it("knows TW2", f);')).toHaveLength(1);
  });

  it("see a test that cites a rule that is gone", () => {
    const all = 'it("TW1 holds", f); it("TW2 holds", f);';
    expect(withTests(`${all} it("TW3 holds", f);`)).toEqual([
      "tests/twin/a.test.ts cites TW3, which no SPEC.md states",
    ]);
  });

  it("see a number given twice", () => {
    const planted = {
      "models/a/SPEC.md": "**AA1** One.",
      "models/b/SPEC.md": "**AA1** Two.",
      "tests/a.ts": 'it("AA1 x", f)',
    };
    expect(specFaults(plantedTree(planted))).toEqual([
      "AA1 is stated more than once: models/a/SPEC.md, models/b/SPEC.md",
    ]);
  });
});
