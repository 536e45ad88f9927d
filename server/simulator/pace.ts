import { seconds } from "../../models/quantity.ts";
import type { DeviceKind } from "../../models/device/kind.ts";

/** How a kind of device speaks between its regular reports. */
export interface Pace {
  /** How often it looks at itself, ms; states that changed are told at once. */
  readonly everyMs: number;
  /** Numbers that are told whenever a look finds them changed. */
  readonly lively: ReadonlySet<string>;
  /** Regular reports come after this many periods. */
  readonly patience: number;
}

const lively = (everyS: number, properties: readonly string[] = [], patience = 1): Pace => ({
  everyMs: everyS * seconds,
  lively: new Set(properties),
  patience,
});

/** A lift tells each floor while it moves, and that it stands still every ten seconds. */
const paces: Readonly<Record<string, Pace>> = {
  lift: lively(1, ["floor", "speed", "load"], 2),
  vehicle_gate: lively(1, ["passed"]),
  turnstile: lively(10, ["in", "out"]),
  door_access: lively(3, ["openFor"]),
  elec_feeder: lively(20, ["power", "load"]),
  transformer: lively(20, ["power", "load"]),
  pv_inverter: lively(20, ["power"]),
  ev_charger: lively(30, ["power"]),
  bess: lively(10, ["power"]),
  parking_detector: lively(60, ["occupied"]),
  street_light: lively(60),
  waste_station: lively(30),
  sump_pump: lively(30),
  irrigation: lively(60),
};

/** Kinds without a pace of their own look at themselves as often as their quickest point reports. */
export function paceOf(kind: DeviceKind): Pace {
  const own = paces[kind.id];
  if (own) return own;
  const quickestS = Math.min(
    ...kind.points.filter(({ type }) => type !== "event").map(({ periodS }) => periodS),
  );
  return lively(quickestS);
}

/** How much rarer reports are when community time runs fast: as rare as may be without being taken for silent. */
export const stretchAt = (rate: number): number => Math.min(2.4, rate);
