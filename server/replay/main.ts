import { replay } from "./replay.ts";
import { readReplayOptions, ReplayRefused, usage } from "./replay-options.ts";

const ending = new AbortController();
for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => ending.abort());

try {
  const options = readReplayOptions(process.argv.slice(2), process.env);
  if (options === "help") console.log(usage);
  else {
    const closing = await replay(options, {
      time: {
        now: () => performance.now(),
        after(delayMs, ring) {
          const timer = setTimeout(ring, delayMs);
          return () => clearTimeout(timer);
        },
      },
      say: (sentence) => console.log(sentence),
      ended: ending.signal,
    });
    console.log(closing);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = error instanceof ReplayRefused ? 2 : 1;
}
