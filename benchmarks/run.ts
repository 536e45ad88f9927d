import { benchStream } from "./stream.ts";

const benchmarks: Readonly<Record<string, () => void>> = { stream: benchStream };

const name = process.argv[2];
const chosen = name === undefined ? Object.values(benchmarks) : [benchmarks[name]];
for (const benchmark of chosen) {
  if (benchmark === undefined) {
    process.stderr.write(
      `npm run bench [NAME], where NAME is one of ${Object.keys(benchmarks).join(", ")}.\n`,
    );
    process.exit(2);
  }
  benchmark();
}
