import type { DeviceId } from "../../models/ids.ts";
import type { DemoDevice } from "../../models/demo/devices/device.ts";
import type { Order, Orders } from "../../models/demo/values/orders.ts";
import { refusalOf } from "../../models/demo/values/orders.ts";

/** What devices were asked to be, and are. */
export class OrdersBook {
  readonly #orders = new Map<DeviceId, Map<string, Order>>();

  of(device: DeviceId): Orders | undefined {
    return this.#orders.get(device);
  }

  /** Takes the payload of a `…/set`. @returns why it was not taken, or null. */
  take(device: DemoDevice, property: string, payload: string, atMs: number): string | null {
    const value = orderedValue(payload);
    if (typeof value !== "number" && typeof value !== "boolean" && typeof value !== "string") {
      return `an order for ${device.id} has no value`;
    }
    const refusal = refusalOf(device, property, value);
    if (refusal !== null) return refusal;
    const orders = this.#orders.get(device.id) ?? new Map<string, Order>();
    orders.set(property, { value, sinceMs: atMs });
    this.#orders.set(device.id, orders);
    return null;
  }
}

/** `{ "value": …, "command"?, "at"? }`, or a bare value. */
function orderedValue(payload: string): unknown {
  try {
    const parsed: unknown = JSON.parse(payload);
    return typeof parsed === "object" && parsed !== null && "value" in parsed ? parsed.value : parsed;
  } catch {
    return undefined;
  }
}
