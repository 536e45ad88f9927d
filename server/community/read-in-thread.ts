import { statSync } from "node:fs";
import { Worker } from "node:worker_threads";
import type { GeographicPlace } from "../../models/community/community.ts";
import type { FormatProblem } from "../../models/formats/problem.ts";
import type { Progress, ReadingStep } from "../../models/formats/progress.ts";
import type { CommunityReading } from "../../models/formats/read-community.ts";
import { text } from "../../models/language/text.ts";
import { minutes } from "../../models/quantity.ts";

export interface Order {
  /** Path of the file. */
  readonly file: string;
  /** Its name, as whoever gave it calls it. */
  readonly name: string;
  /** Place of a model that does not say where it is. */
  readonly at: GeographicPlace | null;
}

/** What the thread says: how far it is, then what it read. */
export type Report =
  | { readonly step: ReadingStep; readonly share: number }
  | { readonly reading: CommunityReading };

export interface ReadingLimits {
  readonly mostBytes: number;
  /** @returns the function that calls it off. */
  readonly after: (ms: number, act: () => void) => () => void;
}

/** A model of a hundred megabytes needs about two thousand. */
const mostMemoryMb = 6144;
const longestMs = 10 * minutes;

const problem = (code: string, zh: string, en: string): CommunityReading => ({
  ok: false,
  problem: { code, sentence: text(zh, en), where: "" } satisfies FormatProblem,
});

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0);

/** Why a file of this size is not read at all; null when it is. */
export function tooLarge(bytes: number, mostBytes: number): CommunityReading | null {
  if (bytes <= mostBytes) return null;
  const [size, most] = [megabytes(bytes), megabytes(mostBytes)];
  return problem(
    "too-large",
    `文件有 ${size} MB，最多 ${most} MB；请选择较小的范围，或用 --largest-model 提高上限`,
    `the file has ${size} MB, ${most} MB are read at most; choose a smaller area, or raise the limit with --largest-model`,
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
  const refused = tooLarge(statSync(order.file).size, mostBytes);
  if (refused !== null) return refused;
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
      if (error.code === "ERR_WORKER_OUT_OF_MEMORY") resolve(tooMuchMemory);
      else reject(error);
    });
    thread.once("exit", () => reject(new Error("the thread that reads city models ended")));
  });
  const late = new Promise<CommunityReading>((resolve) => {
    const callOff = after(longestMs, () => resolve(tooLong));
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
