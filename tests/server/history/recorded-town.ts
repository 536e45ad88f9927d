import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Device } from "../../../models/device/device.ts";
import { missingQuality } from "../../../models/device/reading.ts";
import { channelsOfPoint } from "../../../models/duty/authority.ts";
import { deviceId, pointId, propertyId, type ChannelId } from "../../../models/ids.ts";
import { days } from "../../../models/quantity.ts";
import { applyFrame, countOf, emptyChannelState } from "../../../models/stream/channel-state.ts";
import { decodeFrame } from "../../../models/stream/frame-decode.ts";
import { Frame } from "../../../models/stream/frame.ts";
import type { ChannelDictionary } from "../../../models/stream/messages.ts";
import { History, type HistoryPlan, type RecordingPace } from "../../../server/history/history.ts";
import { Problems } from "../../../server/open/problems.ts";
import { isOverruled, planChannels } from "../../../server/stream/channel-plan.ts";
import { Twin } from "../../../server/twin/twin.ts";

export const tickMs = 100;
export const startMs = Date.UTC(2026, 5, 1, 8);

/** Channels, count, quality and source time of each point. */
type Picture = ReadonlyMap<string, readonly [readonly ChannelId[], number, number, number]>;

export interface Tick {
  readonly run: number;
  readonly atMs: number;
  readonly picture: Picture;
}

const hasty: RecordingPace = {
  ticksPerChunk: 3,
  ticksPerKey: 7,
  ticksPerSegment: 31,
  gatherTicks: 1,
  retryTicks: 5,
  mostWaitingBytes: 8 * 1024 * 1024,
  reserveBytes: 0,
  reserveShare: 1,
};

/** A twin whose history is written to a folder of its own, moved by the test. */
export class RecordedTown {
  root = mkdtempSync(join(tmpdir(), "courtyard-history-"));
  readonly problems = new Problems(() => undefined);
  nowMs = startMs;
  wallMs = startMs;
  monotonicMs = 0;
  run = 0;
  keepMs = { public: 30 * days, staff: 30 * days, personal: 30 * days };
  twin = this.#newTwin();
  history!: History;
  /** Every tick of every run, in order. */
  readonly ticks: Tick[] = [];

  #newTwin(): Twin {
    return new Twin({ limitsOf: () => [], localHour: () => 12 });
  }

  async open(pace: Partial<RecordingPace> = {}, change: Partial<HistoryPlan> = {}): Promise<void> {
    this.run += 1;
    const twin = this.#newTwin();
    this.twin = twin;
    this.history = await History.open({
      root: this.root,
      community: "town",
      twin,
      planner: {
        plan: () => planChannels(twin, () => undefined),
        isOverruled: (plan, channel) => isOverruled(plan, channel, twin),
      },
      run: this.run,
      tickMs,
      keepMs: this.keepMs,
      wallNowMs: () => this.wallMs,
      monotonicMs: () => this.monotonicMs,
      problems: this.problems,
      pace: { ...hasty, ...pace },
      ...change,
    });
  }

  add(device: Device): void {
    this.twin.addDevice(device);
  }

  report(device: string, property: string, value: number, quality = 0, agoMs = 0): void {
    const index = this.twin.indexOf(pointId(deviceId(device), propertyId(property)));
    if (index !== undefined) this.twin.report(index, value, quality, this.nowMs - agoMs, this.nowMs);
  }

  tick(times = 1): void {
    for (let n = 0; n < times; n++) {
      this.nowMs += tickMs;
      this.wallMs += tickMs;
      this.monotonicMs += tickMs;
      const { delta } = this.twin.tick(this.nowMs);
      this.ticks.push({ run: this.run, atMs: delta.timeMs, picture: this.#picture() });
      this.history.onTick(delta);
    }
  }

  #picture(): Picture {
    const { values, qualities, timesMs } = this.twin.state;
    const picture = new Map<string, readonly [readonly ChannelId[], number, number, number]>();
    for (let index = 0; index < this.twin.pointCount; index++) {
      const { device } = this.twin.deviceAt(index);
      const spec = this.twin.specOf(index);
      const quality = qualities[index] ?? missingQuality;
      const isMissing = quality === missingQuality;
      picture.set(pointId(device.id, spec.property), [
        channelsOfPoint(spec.visibility, device.place),
        isMissing ? 0 : countOf(values[index]!, spec.resolution),
        quality,
        isMissing ? 0 : Math.round(timesMs[index]!),
      ]);
    }
    return picture;
  }

  /** The folder as a crash would leave it now. */
  async leaveAsIs(): Promise<void> {
    const left = mkdtempSync(join(tmpdir(), "courtyard-history-"));
    cpSync(this.root, left, { recursive: true, preserveTimestamps: true });
    await this.history.close();
    this.remove();
    this.root = left;
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}

/** What a replica shows that is fed the past of a channel, at each moment it came to. */
export interface Replayed {
  readonly atMs: number;
  readonly untilMs: number;
  readonly epoch: number;
  readonly points: ReadonlyMap<string, readonly [number, number, number]>;
}

export async function replay(
  history: History,
  channel: ChannelId,
  fromMs: number,
  untilMs: number,
): Promise<{ told: Replayed[]; gaps: { fromMs: number; untilMs: number }[] }> {
  const told: Replayed[] = [];
  const gaps: { fromMs: number; untilMs: number }[] = [];
  const frame = new Frame();
  let dictionary: ChannelDictionary | null = null;
  let state = emptyChannelState(0, 0, 0);
  for await (const passage of history.past.between(channel, fromMs, untilMs)) {
    if (passage.kind === "nothing") gaps.push(passage);
    else if (passage.kind === "dictionary") {
      ({ dictionary } = passage);
      state = emptyChannelState(dictionary.points, dictionary.epoch, dictionary.epochStartMs);
    } else if (dictionary !== null) {
      for (let at = 0; at < passage.bytes.byteLength; ) {
        at = decodeFrame(passage.bytes, at, frame);
        const misfit = applyFrame(state, frame);
        if (misfit !== null) throw new Error(`misfit ${misfit}`);
        const points = pointsOf(dictionary, state);
        told.push({ atMs: state.epochStartMs + state.timeMs, untilMs: 0, epoch: state.epoch, points });
      }
      // What was said last holds until then.
      const last = told.at(-1);
      if (last) told[told.length - 1] = { ...last, untilMs: passage.untilMs };
    }
  }
  return { told, gaps };
}

export function pointsOf(
  { devices }: ChannelDictionary,
  state: { readonly q: Float64Array; readonly qualities: Uint8Array; readonly timesMs: Float64Array },
): ReadonlyMap<string, readonly [number, number, number]> {
  const points = new Map<string, readonly [number, number, number]>();
  for (const device of devices) {
    for (const [k, property] of device.properties.entries()) {
      const index = device.firstPoint + k;
      const name = typeof property === "string" ? property : property.property;
      points.set(`${device.id}/${name}`, [
        state.q[index]! + 0,
        state.qualities[index]!,
        state.timesMs[index]!,
      ]);
    }
  }
  return points;
}
