import { type Comparison, type Goal, isMet, ratioOf } from "./comparison.ts";

const headings = ["what", "ours", "peer", "theirs", "ratio", "goal", "met"] as const;

/** Three digits that count, thousands apart. */
function figure(value: number): string {
  const digits = value === 0 ? 0 : Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))));
  return value.toLocaleString("en", { maximumFractionDigits: Math.min(digits, 6) });
}

const measured = (value: number | null, unit: string): string =>
  value === null ? "–" : `${figure(value)}${unit === "" ? "" : ` ${unit}`}`;

function ratioText(comparison: Comparison): string {
  const ratio = ratioOf(comparison);
  if (ratio === null) return "";
  return comparison.goal?.of === "share" || comparison.isRate === true
    ? `${figure(ratio)} of theirs`
    : `${figure(ratio)}×`;
}

function goalText(goal: Goal | null, unit: string): string {
  if (goal === null) return "";
  const bound = "atMost" in goal ? `≤ ${figure(goal.atMost)}` : `≥ ${figure(goal.atLeast)}`;
  if (goal.of === "ours") return unit === "" ? bound : `${bound} ${unit}`;
  return goal.of === "share" ? `${bound} of theirs` : `${bound}×`;
}

function cells(comparison: Comparison): string[] {
  const { what, unit, ours, peer, theirs, goal, note } = comparison;
  const met = isMet(comparison);
  return [
    note === undefined ? what : `${what} (${note})`,
    measured(ours, unit),
    peer ?? "",
    peer === null ? "" : measured(theirs, unit),
    ratioText(comparison),
    goalText(goal, unit),
    met === null ? "" : met ? "yes" : "NO",
  ];
}

/** The comparisons as a Markdown table, its columns in line so that it also reads well in a terminal. */
export function table(comparisons: readonly Comparison[]): string {
  const rows = [[...headings], ...comparisons.map(cells)];
  const widths = headings.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  const [head = [], ...rest] = rows;
  const rule = `|${widths.map((width) => "-".repeat(width + 2)).join("|")}|`;
  return [line(head), rule, ...rest.map(line)].join("\n");
}
