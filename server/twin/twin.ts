import { compoundRules } from "../../models/alarm/rules/compound/compound-rules.ts";
import type { Device } from "../../models/device/device.ts";
import type { Limit, PointSpec } from "../../models/device/kind.ts";
import { missingQuality, qualityByte, qualityOf, reasonOf } from "../../models/device/reading.ts";
import { staleAfterMs } from "../../models/device/staleness.ts";
import type { DeviceId, DwellingId, PointId, PropertyId } from "../../models/ids.ts";
import { pointId } from "../../models/ids.ts";
import { minutes } from "../../models/quantity.ts";
import type { Alert } from "../../models/alarm/alert.ts";
import { clockToleranceMs, isClockSuspect } from "../../models/twin/source-time.ts";
import type { TwinState } from "../../models/twin/twin-state.ts";
import { AlertBook } from "./alert-book.ts";
import { Columns } from "./columns.ts";
import { CompoundWatch } from "./compound-watch.ts";
import { LimitWatch } from "./limit-watch.ts";
import { PlaceBook } from "./place-book.ts";
import { QuietWatch } from "./quiet-watch.ts";
import type { PlacedDevice, TickResult, TwinReader } from "./twin-reader.ts";

/** What became of a reading. All but `late` and `duplicate` changed the twin. */
export type ReportOutcome = "taken" | "late" | "duplicate" | "clock-suspect" | "out-of-range";

export interface TwinOptions {
  /** The limits of a device's property by its kind, as they are for this very device; the same objects each time. */
  readonly limitsOf: (device: Device, property: PropertyId) => readonly Limit[];
  /** Hour of the community's local day (0 ≤ hour < 24, with fractions) at a community time. */
  readonly localHour: (atMs: number) => number;
  /** Whether one person lives in a home, by its declaration; nobody does without it. */
  readonly livesAlone?: (dwelling: DwellingId) => boolean;
  /** Told of a point that means something else now: it holds nothing any more. */
  readonly redefined?: (index: number) => void;
  /** In how many ticks all points are looked at once for silence. */
  readonly scanTicks?: number;
}

/** The longest stretch between two ticks that counts as witnessed: what passed while we slept was nobody's silence. */
const longestStepMs = 1 * minutes;

const staleQuality = qualityByte("stale");
const restoredQuality = qualityByte("stale", "restored");
const gatewaySilentQuality = qualityByte("stale", "gateway-silent");
const suspectQuality = qualityByte("uncertain", "clock-suspect");
const outOfRangeQuality = qualityByte("bad", "out-of-range");

/** The live twin: one clock, columns of points, alerts. Rules TW4 to TW11 of `models/twin/SPEC.md`. */
export class Twin implements TwinReader {
  structureVersion = 0;

  readonly #columns = new Columns();
  readonly #book = new PlaceBook();
  readonly #alerts = new AlertBook();
  readonly #watch = new LimitWatch(this.#alerts);
  readonly #compound = new CompoundWatch(this.#alerts, compoundRules, (point) => this.indexOf(point));
  readonly #quiet: QuietWatch;
  readonly #options: TwinOptions;
  /** The limits of each point as they were last given. */
  readonly #limits: (readonly Limit[])[] = [];
  #clockMs = Number.NaN;
  #witnessedMs = 0;
  #scanAt = 0;

  constructor(options: TwinOptions) {
    this.#options = options;
    this.#quiet = new QuietWatch(this.#alerts, options.livesAlone ?? (() => false));
  }

  get state(): TwinState {
    return this.#columns.state;
  }
  get pointCount(): number {
    return this.#book.pointCount;
  }
  get deviceCount(): number {
    return this.#book.deviceCount;
  }
  get devices(): readonly PlacedDevice[] {
    return this.#book.places;
  }
  get openAlerts(): ReadonlyMap<string, Alert> {
    return this.#alerts.open;
  }
  device(id: DeviceId): PlacedDevice | undefined {
    return this.#book.device(id);
  }
  placesOf(id: DeviceId): readonly PlacedDevice[] {
    return this.#book.placesOf(id);
  }
  indexOf(point: PointId): number | undefined {
    return this.#book.indexOf(point);
  }
  specOf(pointIndex: number): PointSpec {
    return this.#book.specOf(pointIndex);
  }
  deviceAt(pointIndex: number): PlacedDevice {
    return this.#book.deviceAt(pointIndex);
  }

  /** Adds a device, or takes what a known one says of itself anew. @returns whether anything was new. */
  addDevice(device: Device): boolean {
    const { changed, redefined } = this.#book.add(device);
    if (!changed) return false;
    this.#columns.reserve(this.#book.pointCount);
    for (const index of redefined) {
      this.#columns.write(index, Number.NaN, missingQuality, 0);
      this.#options.redefined?.(index);
    }
    for (const { device: placed, firstPoint } of this.#book.placesOf(device.id)) {
      for (const [k, spec] of placed.points.entries()) {
        this.#columns.staleAfterMs[firstPoint + k] = staleAfterMs(spec);
        this.#arm(firstPoint + k, placed, spec, this.#limitsOf(placed, spec));
      }
    }
    this.structureVersion++;
    return true;
  }

  /** Asks for the limits of all devices anew: rules were changed. Points whose limits are what they were go on. */
  rewatch(): void {
    for (const { device, firstPoint } of this.#book.places) {
      for (const [k, spec] of device.points.entries()) {
        const limits = this.#limitsOf(device, spec);
        const before = this.#limits[firstPoint + k] ?? [];
        if (limits.length === before.length && limits.every((limit, n) => limit === before[n])) continue;
        this.#arm(firstPoint + k, device, spec, limits);
      }
    }
  }

  #limitsOf(device: Device, spec: PointSpec): readonly Limit[] {
    const ofKind = this.#options.limitsOf(device, spec.property);
    return spec.limits === undefined ? ofKind : [...ofKind, ...spec.limits];
  }

  #arm(index: number, device: Device, spec: PointSpec, limits: readonly Limit[]): void {
    const { state } = this;
    this.#limits[index] = limits;
    this.#watch.watch(index, pointId(device.id, spec.property), device.id, limits, state.timeMs);
    this.#compound.watch(index, device, spec.property, limits, state);
    this.#quiet.watch(index, device, spec.property, limits, state.timeMs);
  }

  /**
   * A reading of a known point: a finite value, the quality its source gave it, the time its source gave it.
   * A time nobody can have measured at (more than 60 s ahead, or of a clock never set) is replaced by now.
   */
  report(pointIndex: number, value: number, quality: number, atMs: number, nowMs: number): ReportOutcome {
    const { state } = this.#columns;
    const suspect = isClockSuspect(atMs, nowMs);
    let takenMs = suspect ? nowMs : atMs;
    const heldMs = state.timesMs[pointIndex] ?? 0;
    // A time held from a future that the clock has since left behind is no measure of what is late.
    if (state.qualities[pointIndex] !== missingQuality && heldMs <= nowMs + clockToleranceMs) {
      if (takenMs < heldMs) {
        if (!suspect) return "late";
        takenMs = heldMs;
      }
      if (takenMs === heldMs && value === state.values[pointIndex]) return "duplicate";
    }
    const spec = this.#book.specOf(pointIndex);
    this.#columns.heardMs[pointIndex] = this.#witnessedMs;
    if (value < spec.min || value > spec.max) {
      this.#columns.write(pointIndex, value, outOfRangeQuality, takenMs);
      return "out-of-range";
    }
    const doubted = suspect && qualityOf(quality) === "good";
    this.#columns.write(pointIndex, value, doubted ? suspectQuality : quality, takenMs);
    return suspect ? "clock-suspect" : "taken";
  }

  /**
   * A gateway's connection came or went. When it goes, all that reaches us through it is stale at once; when it comes,
   * each point waits for a reading of its own.
   */
  setGateway(gateway: DeviceId, online: boolean): void {
    if (online) return;
    for (const member of this.#book.family(gateway)) {
      for (const { device, firstPoint } of this.#book.placesOf(member)) {
        for (let k = 0; k < device.points.length; k++) this.#silence(firstPoint + k);
      }
    }
  }

  #silence(index: number): void {
    const quality = this.state.qualities[index] ?? missingQuality;
    if (quality === missingQuality || reasonOf(quality) === "restored") return;
    if (quality !== gatewaySilentQuality) this.#columns.requalify(index, gatewaySilentQuality);
  }

  /**
   * A value from the store, for a point nobody has spoken for yet. One beyond its limits opens the alert again that was
   * open when we stopped. @returns whether it was taken.
   */
  restore(point: PointId, value: number, atMs: number, nowMs: number): boolean {
    const index = this.indexOf(point);
    if (index === undefined || this.state.qualities[index] !== missingQuality || !Number.isFinite(value))
      return false;
    this.#columns.write(index, value, restoredQuality, atMs);
    const { min, max } = this.#book.specOf(index);
    if (atMs <= nowMs && value >= min && value <= max)
      this.#watch.reopen(index, value, atMs, nowMs - atMs, this.#options.localHour);
    return true;
  }

  /**
   * An alert that was open when we stopped, before any value comes back: it stays open until somebody vouches for its end.
   * @returns false when its point or its limit is no more.
   */
  resume(alert: Alert): boolean {
    const index = this.indexOf(alert.point);
    if (index === undefined) return false;
    const isOfRule = this.#compound.resume(index, alert) || this.#quiet.resume(index, alert);
    return isOfRule || this.#watch.resume(index, alert);
  }

  /** One tick on. Time only ever goes forward in the twin, whatever the clock does. */
  tick(nowMs: number): TickResult {
    if (nowMs > this.#clockMs) this.#witnessedMs += Math.min(nowMs - this.#clockMs, longestStepMs);
    this.#clockMs = nowMs;
    this.#scanForSilence();
    const timeMs = Math.max(nowMs, this.state.timeMs);
    const delta = this.#columns.takeDelta(timeMs);
    let hour = Number.NaN;
    const localHour = (): number => (Number.isNaN(hour) ? (hour = this.#options.localHour(timeMs)) : hour);
    const moment = { nowMs: timeMs, witnessedMs: this.#witnessedMs, localHour };
    this.#watch.step(delta, this.state, moment);
    this.#compound.step(delta, this.state, this.#alerts.told, moment);
    this.#quiet.step(delta, this.state, moment);
    return { delta, alerts: this.#alerts.take() };
  }

  #scanForSilence(): void {
    const count = this.pointCount;
    const { heardMs, staleAfterMs: patienceMs } = this.#columns;
    const { qualities } = this.state;
    const slice = Math.min(count, Math.ceil(count / (this.#options.scanTicks ?? 10)));
    let at = this.#scanAt;
    for (let n = 0; n < slice; n++) {
      at = at + 1 < count ? at + 1 : 0;
      if (this.#witnessedMs - (heardMs[at] ?? 0) <= (patienceMs[at] ?? 0)) continue;
      if (((qualities[at] ?? 0) & 7) < 3) this.#columns.requalify(at, staleQuality);
    }
    this.#scanAt = at;
  }
}
