import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { projectRoot } from "../project-root.ts";
import { plantedProject, runTool } from "./run-tool.ts";

const settings = (file: string) => readFileSync(join(projectRoot, file), "utf8");

const removals: (() => void)[] = [];
afterEach(() => removals.splice(0).forEach((remove) => remove()));

function plant(files: Record<string, string>): string {
  const { folder, remove } = plantedProject(files);
  removals.push(remove);
  return folder;
}

/** On a fault the whole report is what the reader wants to see. */
async function expectContent(tool: string, args: readonly string[]): Promise<void> {
  const report = await runTool(tool, args, projectRoot);
  expect(report.status, report.output).toBe(0);
}

const lintFaults: Record<string, string> = {
  "rules-of-hooks":
    'import { useState } from "react";\nexport const A = ({ a }: { a: boolean }) => (a ? useState(1)[0] : 0);',
  "exhaustive-deps":
    'import { useEffect } from "react";\nexport function A({ a }: { a: number }) { useEffect(() => { document.title = String(a); }, []); return null; }',
  "no-explicit-any": "export const a = (b: any): unknown => b;",
  "no-non-null-assertion": "export const a = (b: string | null): string => b!;",
  "no-floating-promises": "export const a = (b: () => Promise<void>): void => { b(); };",
  "no-misused-promises": "export const a = (b: () => Promise<void>): void => [1].forEach(async () => b());",
  "switch-exhaustiveness-check": 'export const a = (b: "c" | "d"): void => { switch (b) { case "c": } };',
  "no-warning-comments": `// ${["TO", "DO"].join("")}: later\nexport const a = 1;`,
  "max-lines": "// one\n".repeat(301),
  "no-cycle": 'import { b } from "./no-cycle.tsx";\nexport const a = (): unknown => b;\nexport { a as b };',
};

describe("the tools", { timeout: 120_000 }, () => {
  it("HS12 the type check is content", () => expectContent("tsc", ["-p", "."]));
  it("HS12 the linter is content", () => expectContent("oxlint", ["--type-aware"]));
  it("HS12 the formatter is content", () => expectContent("biome", ["format"]));
  it("HS13 no export, file or dependency is unused", () => expectContent("knip", ["--no-progress"]));

  it("sees a type fault, also in plain JavaScript", async () => {
    const config = settings("tsconfig.json");
    const folder = plant({
      "tsconfig.json": config,
      "server/a.ts": "export const a: string = [''][0];",
      "server/b.js": "/** @type {number} */\nexport const b = '';",
    });
    const { status, output } = await runTool("tsc", ["-p", "."], folder);
    expect(status).not.toBe(0);
    expect(output).toContain("server/a.ts(1,14): error TS2322");
    expect(output).toContain("server/b.js(2,14): error TS2322");
  });

  it("sees each fault of style", async () => {
    const sources = Object.entries(lintFaults).map(([rule, text]) => [`client/${rule}.tsx`, text]);
    const folder = plant({
      ".oxlintrc.json": settings(".oxlintrc.json"),
      "tsconfig.json": settings("tsconfig.json"),
      ...Object.fromEntries(sources),
    });
    const { status, output } = await runTool("oxlint", ["--type-aware", "--format=unix"], folder);
    expect(status).not.toBe(0);
    for (const rule of Object.keys(lintFaults)) {
      expect(output).toMatch(new RegExp(`client/${rule}\\.tsx:.*${rule}`));
    }
  });

  it("sees a file that is not formatted", async () => {
    const folder = plant({ "biome.json": settings("biome.json"), "client/a.ts": "export const a = 'a'" });
    const { status, output } = await runTool("biome", ["format"], folder);
    expect(status).not.toBe(0);
    expect(output).toContain("client/a.ts");
  });

  it("sees an export, a file and a dependency that nobody uses", async () => {
    const folder = plant({
      "package.json": '{ "name": "planted", "type": "module", "dependencies": { "zod": "*" } }',
      "knip.json": settings("knip.json"),
      "tsconfig.json": settings("tsconfig.json"),
      "server/main.ts": 'import { used } from "../models/a.ts";\nused();',
      "models/a.ts": "export const used = (): void => {};\nexport const idle = 1;\nexport type Idle = 2;",
      "models/lost.ts": "export const lost = 1;",
    });
    const { status, output } = await runTool("knip", ["--no-progress"], folder);
    expect(status).not.toBe(0);
    for (const fault of ["idle", "Idle", "models/lost.ts", "zod"]) expect(output).toContain(fault);
  });
});
