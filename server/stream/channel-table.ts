import type { ChannelId } from "../../models/ids.ts";
import { publicChannel, staffChannel } from "../../models/ids.ts";
import { seconds } from "../../models/quantity.ts";
import type { TwinDelta } from "../../models/twin/twin-state.ts";
import type { TwinReader } from "../twin/twin-reader.ts";
import {
  type CatalogueSpec,
  type ChannelPlan,
  emptyPlan,
  isOverruled,
  planChannels,
} from "./channel-plan.ts";
import { Channel, type ChannelPace } from "./channel.ts";
import type { StreamCounters } from "./counters.ts";
import { nowhere, PointRoutes } from "./point-routes.ts";

/** Devices that turn up one after the other share a new epoch. */
const betweenPlansMs = 2 * seconds;

/** The channels somebody asked for, and the way of each point of the twin to those of them it is on. */
export class ChannelTable {
  readonly #twin: TwinReader;
  readonly #catalogueSpec: CatalogueSpec;
  readonly #pace: ChannelPace;
  readonly #counters: StreamCounters;

  readonly #open = new Map<ChannelId, Channel>();
  readonly #bySlot: Channel[] = [];
  #plans: ReadonlyMap<ChannelId, ChannelPlan> = new Map();
  /** Versions of the twin's structure that `#plans`, the open channels, and the look at overruled points are of. */
  #plannedVersion: number | null = null;
  #followedVersion: number | null = null;
  #checkedVersion: number | null = null;
  #followedAtMs = Number.NEGATIVE_INFINITY;
  /** A point is on one channel of many people at most, and on one of a home. */
  readonly #shared = new PointRoutes();
  readonly #homes = new PointRoutes();

  constructor(twin: TwinReader, catalogueSpec: CatalogueSpec, pace: ChannelPace, counters: StreamCounters) {
    this.#twin = twin;
    this.#catalogueSpec = catalogueSpec;
    this.#pace = pace;
    this.#counters = counters;
  }

  get channels(): Iterable<Channel> {
    return this.#bySlot;
  }

  /** The channel, with its first epoch begun when nobody had asked for it before. */
  open(id: ChannelId): Channel {
    const known = this.#open.get(id);
    if (known !== undefined) return known;
    const channel = new Channel(id, indexOf(id), this.#pace, this.#counters);
    this.#plan();
    this.#open.set(id, channel);
    this.#bySlot.push(channel);
    this.#begin(channel, this.#bySlot.length - 1);
    return channel;
  }

  /**
   * Follows the devices of the twin, at most every two seconds; at once when a point may no longer be seen where it
   * was, or means something else.
   * @returns the channels whose epoch ended, each with the RESYNC that says so.
   */
  refresh(nowMs: number): ReadonlyMap<Channel, Uint8Array> {
    const ended = new Map<Channel, Uint8Array>();
    if (this.#twin.structureVersion === this.#followedVersion) return ended;
    if (nowMs - this.#followedAtMs < betweenPlansMs && !this.#isOverruled()) return ended;
    this.#plan();
    this.#followedVersion = this.#twin.structureVersion;
    this.#followedAtMs = nowMs;
    for (const [slot, channel] of this.#bySlot.entries()) {
      if (samePlan(channel.plan, this.#plans.get(channel.id) ?? emptyPlan)) continue;
      ended.set(channel, channel.resync());
      this.#begin(channel, slot);
    }
    return ended;
  }

  /** False from the moment a point of the channel may no longer be seen there until the next tick mends it. */
  isSound(channel: Channel): boolean {
    const followed = this.#twin.structureVersion === this.#followedVersion;
    return followed || !isOverruled(channel.plan, channel.id, this.#twin);
  }

  #plan(): void {
    if (this.#plannedVersion === this.#twin.structureVersion) return;
    this.#plans = planChannels(this.#twin, this.#catalogueSpec);
    this.#plannedVersion = this.#twin.structureVersion;
  }

  #isOverruled(): boolean {
    if (this.#twin.structureVersion === this.#checkedVersion) return false;
    this.#checkedVersion = this.#twin.structureVersion;
    return this.#bySlot.some((channel) => isOverruled(channel.plan, channel.id, this.#twin));
  }

  #begin(channel: Channel, slot: number): void {
    const plan = this.#plans.get(channel.id) ?? emptyPlan;
    const routes = isOfHome(channel.id) ? this.#homes : this.#shared;
    routes.reserve(this.#twin.pointCount);
    for (const { twinIndex } of channel.plan.points) routes.leave(twinIndex, slot);
    for (const [dense, { twinIndex }] of plan.points.entries()) routes.lead(twinIndex, slot, dense);
    channel.begin(plan, this.#twin.state);
  }

  /** Brings every open channel to the tick of the delta. */
  take(delta: TwinDelta): void {
    const { indices } = delta;
    for (const routes of [this.#shared, this.#homes]) {
      for (let row = 0; row < indices.length; row++) {
        const twinIndex = indices[row] ?? 0;
        const slot = routes.slotOf(twinIndex);
        if (slot !== nowhere) this.#bySlot[slot]?.pend(routes.denseOf(twinIndex), row);
      }
    }
    for (const channel of this.#bySlot) channel.close(delta);
  }
}

const isOfHome = (channel: ChannelId): boolean => channel !== publicChannel && channel !== staffChannel;

function indexOf(channel: ChannelId): number {
  if (channel === publicChannel) return 0;
  return channel === staffChannel ? 1 : 2;
}

function samePlan(before: ChannelPlan, after: ChannelPlan): boolean {
  return (
    before.points.length === after.points.length &&
    before.devices.length === after.devices.length &&
    before.points.every(({ spec, twinIndex }, at) => {
      const other = after.points[at];
      return other?.twinIndex === twinIndex && other.spec === spec;
    }) &&
    JSON.stringify(before.devices) === JSON.stringify(after.devices)
  );
}
