import type { Audience } from "../../models/duty/authority.ts";
import { hours, minutes } from "../../models/quantity.ts";
import type { BuildingId, DeviceId } from "../../models/ids.ts";
import { type EnergyBody, type EnergyStep, type EnergyUse, energyUses } from "../../models/overlay/bodies.ts";
import type { TwinReader } from "../twin/twin-reader.ts";
import type { HomeMeasures } from "./homes.ts";
import { PowerLog } from "./power-log.ts";
import { type PowerPoint, powerPointsOf, useOf } from "./sources.ts";

const minutesShown = 60;
const hoursShown = 24;

interface Logged {
  readonly power: PowerPoint;
  readonly minute: number;
  readonly hour: number;
}

/** Power by use: by the minute for staff, by closed hours at least an hour old for everybody else. */
export class EnergyOverlay {
  readonly #twin: TwinReader;
  readonly #homes: HomeMeasures;
  readonly #byMinute = new PowerLog(minutes, minutesShown + 5);
  readonly #byHour = new PowerLog(hours, hoursShown + 4);
  readonly #logged = new Map<number, Logged>();
  #devicesSeen = 0;

  constructor(twin: TwinReader, homes: HomeMeasures) {
    this.#twin = twin;
    this.#homes = homes;
  }

  /** Learns devices that came since. */
  follow(): void {
    const { devices } = this.#twin;
    for (; this.#devicesSeen < devices.length; this.#devicesSeen++) {
      const placed = devices[this.#devicesSeen];
      if (placed === undefined) continue;
      for (const power of powerPointsOf(placed)) {
        this.#logged.set(power.point, {
          power,
          minute: this.#byMinute.addSource(),
          hour: this.#byHour.addSource(),
        });
      }
    }
  }

  /** One reading, as it arrived; late ones count for their own minute. */
  observe(point: number, value: number, atMs: number): void {
    const logged = this.#logged.get(point);
    if (logged === undefined) return;
    const powerKw = value * logged.power.kiloWatts;
    this.#byMinute.add(logged.minute, atMs, powerKw);
    this.#byHour.add(logged.hour, atMs, powerKw);
  }

  body(audience: Audience, nowMs: number): EnergyBody {
    return audience === "staff" ? this.#staffBody(nowMs) : this.#publicBody(nowMs);
  }

  #staffBody(nowMs: number): EnergyBody {
    const last = this.#byMinute.stepAt(nowMs);
    const all = [...this.#logged.values()];
    const steps: EnergyStep[] = [];
    for (let step = last - minutesShown + 1; step <= last; step++) {
      steps.push(this.#step(this.#byMinute, step, all, (logged) => logged.minute));
    }
    const uses = this.#usesMeasured(all);
    return {
      status: uses.length === 0 ? "not-measured" : "shown",
      step: "minute",
      uses,
      steps: uses.length === 0 ? [] : steps.map((step) => pick(step, uses)),
      buildings: this.#buildingsNow(last),
      sources: this.#sources(uses),
    };
  }

  #publicBody(nowMs: number): EnergyBody {
    // The newest hour told is closed for at least an hour.
    const closed = this.#byHour.stepAt(nowMs - hours) - 1;
    const homes = this.#homes.measured ? this.#homes.powerOfHour(closed, nowMs) : null;
    const last = homes?.hour ?? closed;
    // A recording is of one home: no sum it is in is the public's.
    const live = [...this.#logged.values()].filter(({ power }) => !power.recorded);
    const measuredUses = this.#usesMeasured(live);
    const settled = !this.#homes.measured || homes !== null;
    // Until it is settled whether the dwellings may be told, a sum without them would be taken for the whole.
    const waits = !settled && measuredUses.includes("dwellings");
    const uses = measuredUses.filter(
      (use) => use !== "dwellings" || homes?.answer.communityMayBeShown === true,
    );
    const steps: EnergyStep[] = [];
    for (let step = last - hoursShown + 1; step <= last; step++) {
      steps.push(
        pick(
          this.#step(this.#byHour, step, live, (logged) => logged.hour),
          uses,
        ),
      );
    }
    const heard = !waits && steps.some((step) => step.powerKw.some((power) => power !== null));
    const measured = this.#logged.size > 0 || this.#homes.measured;
    return {
      status: !measured
        ? "not-measured"
        : uses.length === 0 && settled
          ? "privacy"
          : heard
            ? "shown"
            : "not-yet",
      step: "hour",
      uses,
      steps: heard ? steps : [],
      buildings: homes?.answer.buildings ?? this.#homes.buildingsNotYet(),
      sources: [],
    };
  }

  #step(
    log: PowerLog,
    step: number,
    of: readonly Logged[],
    sourceOf: (logged: Logged) => number,
  ): EnergyStep {
    const sums: (number | null)[] = energyUses.map(() => null);
    let heard = 0;
    for (const logged of of) {
      const use = useOf(logged.power, this.#twin);
      const mean = log.mean(sourceOf(logged), step, 3 * logged.power.periodMs);
      if (use === null || Number.isNaN(mean)) continue;
      heard++;
      const at = energyUses.indexOf(use);
      sums[at] = (sums[at] ?? 0) + mean;
    }
    return {
      fromMs: log.startOf(step),
      powerKw: sums.map((sum) => (sum === null ? null : tenth(sum))),
      coverage: of.length === 0 ? 0 : heard / of.length,
    };
  }

  #usesMeasured(of: readonly Logged[]): readonly EnergyUse[] {
    const found = new Set<EnergyUse>();
    for (const { power } of of) {
      const use = useOf(power, this.#twin);
      if (use !== null) found.add(use);
    }
    return energyUses.filter((use) => found.has(use));
  }

  /** What the feeders of a building carry now; homes are told here only as the sum of their building. */
  #buildingsNow(step: number): EnergyBody["buildings"] {
    const sums = new Map<BuildingId, number>();
    for (const { power, minute } of this.#logged.values()) {
      if (power.building === null || useOf(power, this.#twin) === "pv") continue;
      const mean = this.#byMinute.mean(minute, step, 3 * power.periodMs);
      if (!Number.isNaN(mean)) sums.set(power.building, (sums.get(power.building) ?? 0) + mean);
    }
    return [...sums].map(([building, sum]) => ({ building, status: "shown" as const, powerKw: tenth(sum) }));
  }

  #sources(uses: readonly EnergyUse[]): EnergyBody["sources"] {
    return uses.map((use) => {
      const devices = new Set<DeviceId>();
      for (const { power } of this.#logged.values()) {
        if (useOf(power, this.#twin) === use) devices.add(power.device.device.id);
      }
      return { use, devices: [...devices] };
    });
  }
}

const tenth = (value: number): number => Math.round(value * 10) / 10;

const pick = (step: EnergyStep, uses: readonly EnergyUse[]): EnergyStep => ({
  ...step,
  powerKw: uses.map((use) => step.powerKw[energyUses.indexOf(use)] ?? null),
});
