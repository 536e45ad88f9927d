import { statSync } from "node:fs";
import { Worker } from "node:worker_threads";
import type { FormatProblem } from "../../models/formats/problem.ts";
import type { Progress } from "../../models/formats/progress.ts";
import type { CommunityReading } from "../../models/formats/read-community.ts";
import { text } from "../../models/language/text.ts";
import { minutes } from "../../models/quantity.ts";
import type { Order, Report } from "./reading-order.ts";

export interface ReadingLimits {
  readonly mostBytes: number;
  /** @returns the function that calls it off. */
  readonly after: (ms: number, act: () => void) => () => void;
}

/** A model of a hundred megabytes needs about two thousand. */
const mostMemoryMb = 6144;
const longestMs = 10 * minutes;

const problem = (code: string, zh: string, en: string): FormatProblem => ({
  code,
  sentence: text(zh, en),
  where: "",
});
const refused = (why: FormatProblem): CommunityReading => ({ ok: false, problem: why });

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0);

export function tooLarge(mostBytes: number): FormatProblem {
  const most = megabytes(mostBytes);
  return problem(
    "too-large",
    `文件超过 ${most} MB；请选择较小的范围，或用 --largest-model 提高上限`,
    `the file has more than ${most} MB; choose a smaller area, or raise the limit with --largest-model`,
  );
}

/**
 * Reads a city model off the main thread, in bounded time and memory.
 * @throws Error when the file cannot be opened, or the reader itself fails.
 */
export async function readInThread(
  order: Order,
  { mostBytes, after }: ReadingLimits,
  progress: Progress,
): Promise<CommunityReading> {
  if (statSync(order.file).size > mostBytes) return refused(tooLarge(mostBytes));
  const thread = new Worker(new URL("./reading-thread.js", import.meta.url), {
    workerData: order,
    resourceLimits: { maxOldGenerationSizeMb: mostMemoryMb },
  });
  const outcome = new Promise<CommunityReading>((resolve, reject) => {
    thread.on("message", (report: Report) => {
      if ("reading" in report) resolve(report.reading);
      else progress(report.step, report.share);
    });
    thread.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "ERR_WORKER_OUT_OF_MEMORY") resolve(refused(tooMuchMemory));
      else reject(error);
    });
    thread.once("exit", () => reject(new Error("the thread that reads city models ended")));
  });
  const late = new Promise<CommunityReading>((resolve) => {
    const callOff = after(longestMs, () => resolve(refused(tooLong)));
    void outcome.finally(callOff).catch(() => undefined);
  });
  try {
    return await Promise.race([outcome, late]);
  } finally {
    await thread.terminate();
  }
}

const tooMuchMemory = problem(
  "too-much-memory",
  `读取该文件需要超过 ${mostMemoryMb} MB 内存；请选择较小的范围`,
  `reading the file takes more than ${mostMemoryMb} MB of memory; choose a smaller area`,
);
const tooLong = problem(
  "too-long",
  `读取该文件超过 ${longestMs / minutes} 分钟；请选择较小的范围`,
  `reading the file takes more than ${longestMs / minutes} minutes; choose a smaller area`,
);
