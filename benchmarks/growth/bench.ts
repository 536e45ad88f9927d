import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Comparison, Goal } from "../report/comparison.ts";
import type { Outcome, Plan } from "../report/outcome.ts";
import type { ContenderName } from "../stream/contender.ts";
import { type Load, measure } from "../stream/trial.ts";
import { followDevices } from "./devices.ts";
import { growthFigure, type Series } from "./figure.ts";

const results = fileURLToPath(new URL("../results/", import.meta.url));
const contenders = ["ours", "Socket.IO, JSON", "raw ws"] as const satisfies readonly ContenderName[];

interface Growth {
  readonly what: string;
  readonly sizeName: string;
  readonly file: string;
  readonly loads: readonly { readonly size: number; readonly load: Load }[];
  /** What the table and the figure tell of each load: all of the server's work for a tick, or a client's share. */
  readonly perTick: boolean;
  /** How many times dearer ten times the size may be at most. */
  readonly tenfold: number;
}

const growths = (quick: boolean): readonly Growth[] => {
  const sizes = quick ? [100, 1000] : [5000, 50_000];
  const crowds = quick ? [2, 20] : [50, 500];
  const [usual = 0] = sizes;
  const [few = 0] = crowds;
  return [
    {
      what: "points ×10, 10 % of them changing",
      sizeName: "points",
      file: "growth-points",
      loads: sizes.map((size) => ({ size, load: { points: size, share: 0.1, clients: few } })),
      perTick: false,
      tenfold: 4,
    },
    {
      what: "clients ×10",
      sizeName: "clients",
      file: "growth-clients",
      loads: crowds.map((size) => ({ size, load: { points: usual, share: 0.1, clients: size } })),
      perTick: true,
      tenfold: 10,
    },
  ];
};

async function follow(plan: Plan, growth: Growth): Promise<{ rows: Comparison[]; series: Series[] }> {
  const series: Series[] = [];
  for (const contender of contenders) {
    const points: { size: number; cost: number }[] = [];
    for (const { size, load } of growth.loads) {
      // oxlint-disable-next-line no-await-in-loop
      const { serverUs } = await measure(contender, load, plan.quick ? 6 : 60, 100);
      points.push({ size, cost: growth.perTick ? serverUs * load.clients : serverUs });
      plan.say(`growth: ${contender}, ${size} ${growth.sizeName}: ${serverUs.toFixed(1)} µs`);
    }
    series.push({ name: contender, unit: "µs", peer: contender !== "ours", points });
  }
  const factorOf = (name: ContenderName): number | null => {
    const points = series.find((each) => each.name === name)?.points;
    const [first, last] = [points?.[0], points?.at(-1)];
    return first === undefined || last === undefined ? null : last.cost / first.cost;
  };
  const goal: Goal = { of: "ours", atMost: growth.tenfold };
  const measured = growth.perTick ? "server CPU per tick" : "server CPU per client and tick";
  const what = `how many times dearer: ${measured}, ${growth.what}`;
  const ours = factorOf("ours");
  return {
    rows: contenders.slice(1).map((peer) => ({ what, unit: "×", ours, peer, theirs: factorOf(peer), goal })),
    series,
  };
}

/** How costs grow with what there is and who looks. */
export async function benchGrowth(plan: Plan): Promise<Outcome> {
  mkdirSync(results, { recursive: true });
  const comparisons: Comparison[] = [];
  const draw = (file: string, what: string, sizeName: string, series: readonly Series[]): void =>
    writeFileSync(`${results}${file}${plan.quick ? "-quick" : ""}.svg`, growthFigure(what, sizeName, series));
  for (const growth of growths(plan.quick)) {
    // oxlint-disable-next-line no-await-in-loop
    const { rows, series } = await follow(plan, growth);
    comparisons.push(...rows);
    draw(growth.file, growth.what, growth.sizeName, series);
  }
  const { what, rows, series } = await followDevices(plan);
  comparisons.push(...rows);
  draw("growth-devices", what, "devices", series);
  return { comparisons, notes };
}

const notes = [
  "The figures beside this file show the same; both of their axes are logarithmic.",
  "A frame is encoded once whoever gets it, so that ten times the points cost each client less than ten times as much.",
  "What devices cost is the scripts of a page that shows them, as `npm run bench scene` measures it; of a peer that was not over in time there is no line.",
];
