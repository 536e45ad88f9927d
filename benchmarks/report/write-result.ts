import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Machine, machineLine } from "./machine.ts";
import type { Outcome } from "./outcome.ts";
import { isMet, ratioOf } from "./comparison.ts";
import { table } from "./table.ts";

const folder = fileURLToPath(new URL("../results/", import.meta.url));

/** The outcome for a reader; the same text is printed and written. */
export function resultText(name: string, machine: Machine, { comparisons, notes }: Outcome): string {
  const lines = [`# ${name}`, "", `${machineLine(machine)}.`, "", table(comparisons), ""];
  return [...lines, ...notes.map((note) => `- ${note}`), ""].join("\n");
}

/** Writes `results/<name>.md` and `.json`. */
export function writeResult(name: string, machine: Machine, outcome: Outcome): void {
  mkdirSync(folder, { recursive: true });
  const rows = outcome.comparisons.map((each) => ({ ...each, ratio: ratioOf(each), met: isMet(each) }));
  const document = { name, machine, comparisons: rows, notes: outcome.notes };
  writeFileSync(`${folder}${name}.json`, `${JSON.stringify(document, null, 2)}\n`);
  writeFileSync(`${folder}${name}.md`, resultText(name, machine, outcome));
}
