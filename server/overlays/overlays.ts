import type { Community } from "../../models/community/community.ts";
import type { Limit } from "../../models/device/kind.ts";
import { type Audience, audiences } from "../../models/duty/authority.ts";
import type { AlertsBody, EnergyBody, OccupancyBody } from "../../models/overlay/bodies.ts";
import { minutes, seconds } from "../../models/quantity.ts";
import type { Alert } from "../../models/alarm/alert.ts";
import type { TickResult, TwinReader } from "../twin/twin-reader.ts";
import { AlertLog } from "./alert-log.ts";
import { EnergyOverlay } from "./energy.ts";
import { HomeMeasures } from "./homes.ts";
import { OccupancyOverlay } from "./occupancy.ts";
import type { OverlayName, OverlaySource } from "./overlay-source.ts";

/** How often the answer for staff is made anew, in community time; everybody else's follows the clock's steps. */
const staffEveryMs = 5 * seconds;
const publicEveryMs = minutes;
/** For so long after devices came, every answer is made as often as staff's: they are being introduced. */
const introductionMs = 2 * minutes;

/** The aggregates over the twin, each in the form its audience may see. The same answer goes by HTTP and by push. */
export class Overlays implements OverlaySource {
  readonly #twin: TwinReader;
  readonly #homes: HomeMeasures;
  readonly #energy: EnergyOverlay;
  readonly #occupancy: OccupancyOverlay;
  readonly #alerts: AlertLog;
  readonly #listeners = new Set<(overlay: OverlayName, audience: Audience) => void>();
  readonly #bodies = new Map<string, EnergyBody | OccupancyBody | AlertsBody>();
  readonly #madeAtMs = new Map<string, number>();
  #nowMs = 0;
  #devicesSeen = 0;
  #introducedMs = Number.NEGATIVE_INFINITY;

  constructor(twin: TwinReader, community: Community, limitOf: (alert: Alert) => Limit | undefined) {
    this.#twin = twin;
    this.#homes = new HomeMeasures(twin, community);
    this.#energy = new EnergyOverlay(twin, this.#homes);
    this.#occupancy = new OccupancyOverlay(community, this.#homes);
    this.#alerts = new AlertLog(twin, limitOf);
  }

  /** Every reading that was taken, late ones too; called by the twin before its tick. */
  observe(point: number, value: number, atMs: number): void {
    this.#homes.observe(point, value, atMs);
    this.#energy.observe(point, value, atMs);
  }

  /** Learns of new devices; must be called before readings of theirs are observed. */
  follow(): void {
    this.#homes.follow();
    this.#energy.follow();
    const { length } = this.#twin.devices;
    if (length > this.#devicesSeen) this.#introducedMs = this.#nowMs;
    this.#devicesSeen = length;
    for (const audience of audiences) {
      const told = this.#bodies.get(`alerts ${audience}`);
      if (told?.status === "not-measured" && this.#alerts.measured) this.#renew("alerts", audience);
    }
  }

  onTick(result: TickResult): void {
    this.#nowMs = result.delta.timeMs;
    let publicAlert = false;
    for (const alert of result.alerts) publicAlert = this.#alerts.note(alert) === "everybody" || publicAlert;
    if (result.alerts.length > 0) this.#renew("alerts", "staff");
    if (publicAlert)
      for (const audience of audiences) if (audience !== "staff") this.#renew("alerts", audience);
    for (const audience of audiences) {
      const isIntroduced = this.#nowMs - this.#introducedMs > introductionMs;
      const everyMs = audience === "staff" || !isIntroduced ? staffEveryMs : publicEveryMs;
      this.#renewIfDue("energy", audience, everyMs);
      this.#renewIfDue("occupancy", audience, everyMs);
      this.#renewIfDue("alerts", audience, minutes);
    }
  }

  body(overlay: OverlayName, audience: Audience): EnergyBody | OccupancyBody | AlertsBody {
    return this.#bodies.get(`${overlay} ${audience}`) ?? this.#make(overlay, audience);
  }

  onChange(listener: (overlay: OverlayName, audience: Audience) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  #renewIfDue(overlay: OverlayName, audience: Audience, everyMs: number): void {
    const madeAtMs = this.#madeAtMs.get(`${overlay} ${audience}`);
    // On whole steps of the clock, so that a quarter's or an hour's answer is there as soon as it begins.
    const due =
      madeAtMs === undefined || Math.floor(this.#nowMs / everyMs) !== Math.floor(madeAtMs / everyMs);
    if (due) this.#renew(overlay, audience);
  }

  #renew(overlay: OverlayName, audience: Audience): void {
    const key = `${overlay} ${audience}`;
    const before = this.#bodies.get(key);
    const body = this.#make(overlay, audience);
    this.#madeAtMs.set(key, this.#nowMs);
    // An answer that says the same keeps its identity and wakes nobody.
    if (before !== undefined && JSON.stringify(before) === JSON.stringify(body)) return;
    this.#bodies.set(key, body);
    for (const listener of this.#listeners) listener(overlay, audience);
  }

  #make(overlay: OverlayName, audience: Audience): EnergyBody | OccupancyBody | AlertsBody {
    switch (overlay) {
      case "energy":
        return this.#energy.body(audience, this.#nowMs);
      case "occupancy":
        return this.#occupancy.body(audience, this.#nowMs);
      case "alerts":
        return this.#alerts.body(audience, this.#nowMs);
    }
  }
}
