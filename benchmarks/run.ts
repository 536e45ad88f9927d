import { thisMachine } from "./report/machine.ts";
import type { Benchmark } from "./report/outcome.ts";
import { resultText, writeResult } from "./report/write-result.ts";

/** Loaded when asked for, so that one benchmark does not need the peers of another. */
const benchmarks: Readonly<Record<string, () => Promise<Benchmark>>> = {
  alarms: async () => (await import("./alarms/bench.ts")).benchAlarms,
  growth: async () => (await import("./growth/bench.ts")).benchGrowth,
  ingest: async () => (await import("./ingest/bench.ts")).benchIngest,
  scene: async () => (await import("./scene/bench.ts")).benchScene,
  start: async () => (await import("./start/bench.ts")).benchStart,
  stream: async () => (await import("./stream/bench.ts")).benchStream,
};

const args = process.argv.slice(2);
const quick = args.includes("--quick");
const [name = "", ...others] = args.filter((arg) => arg !== "--quick");
const load = benchmarks[name];
if (load === undefined || others.length > 0) {
  const names = Object.keys(benchmarks).join(", ");
  process.stderr.write(`npm run bench NAME [-- --quick], where NAME is one of ${names}.\n`);
  process.exit(2);
}

const machine = thisMachine();
const title = quick ? `${name}-quick` : name;
const benchmark = await load();
const outcome = await benchmark({ quick, say: (line) => process.stdout.write(`${line}\n`) });
process.stdout.write(`\n${resultText(title, machine, outcome)}`);
writeResult(title, machine, outcome);
