import type { ChannelId } from "../../models/ids.ts";
import type { TwinDelta } from "../../models/twin/twin-state.ts";
import type { ChannelPlan } from "../stream/channel-plan.ts";
import type { TwinReader } from "../twin/twin-reader.ts";
import { dictionaryText, seriesPlan, type SeriesPlan } from "./segment-header.ts";
import type { Series } from "./series.ts";

/** The law of who sees what, as the stream applies it. */
export interface ChannelPlanner {
  plan(): ReadonlyMap<ChannelId, ChannelPlan>;
  /** Whether points of a plan have since moved to another channel or mean something else. */
  isOverruled(plan: ChannelPlan, channel: ChannelId): boolean;
}

export interface RecorderPlan {
  readonly twin: TwinReader;
  readonly planner: ChannelPlanner;
  readonly series: readonly Series[];
  readonly run: number;
  /** Length of a tick in community time. */
  readonly tickMs: number;
  readonly ticksPerSegment: number;
  /** Devices that turn up one after the other share a segment. */
  readonly gatherTicks: number;
  /** Between attempts to go on after a trouble. */
  readonly retryTicks: number;
}

/** Ticks that may go missing, on a busy machine, before it is told that nothing was recorded. */
const longestStepTicks = 50;

/** Hands each tick's changes to the series they belong to, and begins segments when there is reason to. */
export class Recorder {
  readonly #plan: RecorderPlan;
  #plannedVersion: number | null = null;
  #checkedVersion: number | null = null;
  #plannedTick = Number.NEGATIVE_INFINITY;
  readonly #wanted = new Map<Series, { readonly plan: SeriesPlan; readonly dictionary: string }>();
  readonly #triedTick = new Map<Series, number>();
  #timeMs = Number.NaN;

  constructor(plan: RecorderPlan) {
    this.#plan = plan;
  }

  /** Called right after each tick of the twin. */
  onTick(delta: TwinDelta): void {
    const { twin, series, gatherTicks, ticksPerSegment, tickMs } = this.#plan;
    const slept = delta.timeMs - this.#timeMs > longestStepTicks * tickMs;
    this.#timeMs = delta.timeMs;
    const overruled = this.#isOverruled();
    if (slept || overruled) for (const each of series) each.end();
    else for (const each of series) if (each.isRecording) each.take(delta);
    const isChanged = twin.structureVersion !== this.#plannedVersion;
    if (isChanged && (overruled || delta.to - this.#plannedTick >= gatherTicks)) this.#replan(delta.to);
    for (const each of series) {
      const wanted = this.#wanted.get(each);
      if (wanted === undefined || wanted.plan.points === 0) continue;
      const isDue = each.age >= ticksPerSegment || wanted.dictionary !== each.dictionary;
      if (each.isRecording ? isDue : this.#mayTry(each, delta.to)) this.#begin(each, wanted);
    }
  }

  /** Whether anything recorded may no longer be seen where it was, or means something else. */
  #isOverruled(): boolean {
    const { twin, planner, series } = this.#plan;
    if (twin.structureVersion === this.#checkedVersion) return false;
    this.#checkedVersion = twin.structureVersion;
    return series.some(({ plan }) =>
      plan.channels.some(({ id, plan: channel }) => planner.isOverruled(channel, id)),
    );
  }

  #replan(tick: number): void {
    const { twin, planner, series } = this.#plan;
    this.#plannedVersion = twin.structureVersion;
    this.#plannedTick = tick;
    const plans = planner.plan();
    for (const each of series) {
      const plan = seriesPlan(plans, each.visibility);
      this.#wanted.set(each, { plan, dictionary: dictionaryText(each.visibility, plan) });
    }
  }

  #mayTry(series: Series, tick: number): boolean {
    const before = this.#triedTick.get(series) ?? Number.NEGATIVE_INFINITY;
    return series.dictionary === null || (series.writer.isIdle && tick - before >= this.#plan.retryTicks);
  }

  #begin(series: Series, { plan, dictionary }: { plan: SeriesPlan; dictionary: string }): void {
    const { twin, run } = this.#plan;
    this.#triedTick.set(series, twin.state.tick);
    series.begin(plan, dictionary, run, twin.state);
  }

  /** Ends all segments. */
  close(): void {
    for (const each of this.#plan.series) each.end();
  }
}
