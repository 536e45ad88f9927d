import { seconds } from "../../quantity.ts";
import type { DemoDevice } from "../devices/device.ts";
import { lampWatts } from "../works.ts";
import type { Values } from "./reader.ts";

/** What a person asked a device to be, by property, and since when. */
export interface Order {
  readonly value: number | boolean | string;
  readonly sinceMs: number;
}
export type Orders = ReadonlyMap<string, Order>;

const armMovesMs = 2 * seconds;
/** A barrier goes back to its own ways after this long. */
const armHoldsMs = 60 * seconds;

/** Why a device cannot do what it is asked, or null when it can. */
export function refusalOf(device: DemoDevice, property: string, value: unknown): string | null {
  const spec = device.kind.points.find((point) => point.property === property);
  if (!spec?.writable) return `${device.id} has no property ${property} that can be set`;
  if (spec.type === "number") {
    const inRange = typeof value === "number" && value >= spec.min && value <= spec.max;
    return inRange ? null : `${property} of ${device.id} takes a number from ${spec.min} to ${spec.max}`;
  }
  const known = typeof value === "string" && spec.values.includes(value);
  return known ? null : `${property} of ${device.id} takes one of ${spec.values.join(", ")}`;
}

/** The values of a device that obeys its orders. */
export function obeying(device: DemoDevice, values: Values, orders: Orders, atMs: number): Values {
  switch (device.kind.id as string) {
    case "street_light":
      return lampObeying(values, orders);
    case "vehicle_gate":
      return gateObeying(values, orders, atMs);
    case "water_pump":
      return pumpObeying(values, orders);
    default:
      return values;
  }
}

function lampObeying(values: Values, orders: Orders): Values {
  const state = orders.get("state")?.value ?? values["state"] ?? "off";
  const ownDim = typeof values["dim"] === "number" && values["dim"] > 0 ? values["dim"] : 100;
  const ordered = orders.get("dim")?.value;
  const dim = state === "on" ? (typeof ordered === "number" ? ordered : ownDim) : 0;
  const voltage = typeof values["voltage"] === "number" ? values["voltage"] : 220;
  const power = (lampWatts * dim) / 100;
  return { ...values, state, dim, power, current: power / voltage / 0.95 };
}

/** A set that is switched off lets the pressure fall to that of the main. */
function pumpObeying(values: Values, orders: Orders): Values {
  const mode = orders.get("mode")?.value ?? values["mode"] ?? "automatic";
  if (mode !== "off") return { ...values, mode };
  const stopped = [1, 2, 3].flatMap((pump) => [
    [`pump${pump}State`, "stopped"],
    [`pump${pump}Frequency`, 0],
    [`pump${pump}Current`, 0],
  ]);
  const inletPressure = values["inletPressure"] ?? 0;
  return {
    ...values,
    ...Object.fromEntries(stopped),
    mode,
    flow: 0,
    outletPressure: inletPressure,
    setDeviation: -60,
  };
}

function gateObeying(values: Values, orders: Orders, atMs: number): Values {
  const order = orders.get("arm");
  if (!order || atMs - order.sinceMs > armHoldsMs) return values;
  const moving = atMs - order.sinceMs < armMovesMs;
  if (order.value === "up" || order.value === "rising") return { ...values, arm: moving ? "rising" : "up" };
  return { ...values, arm: moving ? "falling" : "down" };
}
