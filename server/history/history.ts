import { join } from "node:path";
import { visibilities, type Visibility } from "../../models/device/kind.ts";
import { text } from "../../models/language/text.ts";
import { days, hours } from "../../models/quantity.ts";
import type { TwinDelta } from "../../models/twin/twin-state.ts";
import type { Problems } from "../open/problems.ts";
import type { TwinReader } from "../twin/twin-reader.ts";
import { Past } from "./past.ts";
import { mendAll, purge, type Keeping } from "./purge.ts";
import { Recorder, type ChannelPlanner } from "./recorder.ts";
import { folderOf } from "./segment-names.ts";
import { SegmentWriter } from "./segment-writer.ts";
import { Series } from "./series.ts";
import { noSize, sizesIn, type HistorySizes } from "./sizes.ts";
import { raiseTrouble } from "./trouble.ts";

export interface HistoryPlan {
  /** Folder of the histories of all communities. */
  readonly root: string;
  readonly community: string;
  readonly twin: TwinReader;
  readonly planner: ChannelPlanner;
  readonly run: number;
  /** Length of a tick in community time. */
  readonly tickMs: number;
  readonly keepMs: Keeping;
  readonly wallNowMs: () => number;
  readonly monotonicMs: () => number;
  readonly problems: Problems;
  readonly pace?: Partial<RecordingPace>;
}

export interface RecordingPace {
  readonly ticksPerChunk: number;
  readonly ticksPerKey: number;
  readonly ticksPerSegment: number;
  readonly gatherTicks: number;
  readonly retryTicks: number;
  readonly mostWaitingBytes: number;
  readonly reserveBytes: number;
  readonly reserveShare: number;
}

/** Written every second, whole every five minutes, a file an hour. */
const usualPace: RecordingPace = {
  ticksPerChunk: 10,
  ticksPerKey: 3_000,
  ticksPerSegment: 36_000,
  gatherTicks: 50,
  retryTicks: 50,
  mostWaitingBytes: 32 * 1024 * 1024,
  reserveBytes: 256 * 1024 * 1024,
  reserveShare: 0.05,
};

const leap = text(
  "系统时钟跳变超过一天：在确认之前不清除历史记录。请检查时钟。",
  "The machine's clock leapt by more than a day: no history is removed until it has stood for an hour. Look at the clock.",
);
const longestLeapMs = 1 * days;
const believedAfterMs = 1 * hours;

/** What was, beside what is: records the twin's channels, tells of their past, and forgets in time. */
export class History {
  readonly past: Past;
  sizes: HistorySizes = { public: noSize, staff: noSize, personal: noSize };
  readonly #plan: HistoryPlan;
  readonly #folder: string;
  readonly #recorder: Recorder;
  readonly #writers: readonly SegmentWriter[];
  #wallAheadMs: number;
  #doubtedSinceMs: number | null = null;

  private constructor(plan: HistoryPlan) {
    const pace = { ...usualPace, ...plan.pace };
    this.#plan = plan;
    this.#folder = join(plan.root, folderOf(plan.community));
    this.past = new Past(this.#folder);
    const recorded = visibilities.filter((visibility) => plan.keepMs[visibility] > 0);
    const writerOf = (visibility: Visibility): SegmentWriter =>
      new SegmentWriter({
        folder: join(this.#folder, visibility),
        wallNowMs: plan.wallNowMs,
        onTrouble: (trouble) => raiseTrouble(plan.problems, visibility, trouble),
        ...pace,
      });
    const series = recorded.map(
      (visibility) => new Series(visibility, writerOf(visibility), { ...pace, tickMs: plan.tickMs }),
    );
    this.#writers = series.map(({ writer }) => writer);
    this.#recorder = new Recorder({ ...plan, ...pace, series });
    this.#wallAheadMs = plan.wallNowMs() - plan.monotonicMs();
  }

  /** What a crash left torn is mended first. */
  static async open(plan: HistoryPlan): Promise<History> {
    // A folder that cannot be mended cannot be recorded in either, and that is shown by the series itself.
    await mendAll(plan.root).catch(() => undefined);
    return new History(plan);
  }

  get writtenBytes(): number {
    return this.#writers.reduce((sum, writer) => sum + writer.writtenBytes, 0);
  }

  get droppedChunks(): number {
    return this.#writers.reduce((sum, writer) => sum + writer.droppedChunks, 0);
  }

  /** Called right after each tick of the twin. */
  onTick(delta: TwinDelta): void {
    this.#recorder.onTick(delta);
  }

  /** Forgets what has been kept long enough, and looks how much there is. */
  async tidy(): Promise<void> {
    const { root, keepMs, wallNowMs } = this.#plan;
    if (this.#isClockSound()) await purge(root, keepMs, wallNowMs());
    this.sizes = await sizesIn(this.#folder);
  }

  #isClockSound(): boolean {
    const { wallNowMs, monotonicMs, problems } = this.#plan;
    const aheadMs = wallNowMs() - monotonicMs();
    const isLeap = aheadMs - this.#wallAheadMs > longestLeapMs;
    if (!isLeap) this.#doubtedSinceMs = null;
    else this.#doubtedSinceMs ??= monotonicMs();
    const stoodMs = this.#doubtedSinceMs === null ? 0 : monotonicMs() - this.#doubtedSinceMs;
    if (isLeap && stoodMs < believedAfterMs) {
      problems.raise({ address: "history", id: "clock", sentence: leap });
      return false;
    }
    problems.end("history", "clock");
    this.#doubtedSinceMs = null;
    this.#wallAheadMs = aheadMs;
    return true;
  }

  /** Resolves once all that was handed to the disk so far is there, or given up. */
  async settled(): Promise<void> {
    await Promise.all(this.#writers.map((writer) => writer.settled()));
  }

  /** Ends the recording. Resolves once all of it is on the disk. */
  async close(): Promise<void> {
    this.#recorder.close();
    await this.settled();
  }
}
