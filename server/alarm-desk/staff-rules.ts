import type { PointLimit } from "../../models/alarm/alert.ts";
import type { Limit } from "../../models/device/kind.ts";
import { channelsOfAlert } from "../../models/duty/authority.ts";
import { type AlarmId, partsOfAlarm, pointId, staffChannel } from "../../models/ids.ts";
import type { TwinReader } from "../twin/twin-reader.ts";
import type { Alarmed } from "./alarm-desk.ts";

type LimitOf = (of: PointLimit) => Limit | undefined;

/** Which limits have an alarm: those whose alerts staff are told of (AD7). */
export class StaffRules {
  readonly #twin: TwinReader;
  readonly #limitOf: LimitOf;

  constructor(twin: TwinReader, limitOf: LimitOf) {
    this.#twin = twin;
    this.#limitOf = limitOf;
  }

  /** Null where there is no such limit, or none that staff answer. */
  ruleOf(of: PointLimit): Limit | null {
    const index = this.#twin.indexOf(of.point);
    const limit = this.#limitOf(of);
    if (index === undefined || limit === undefined) return null;
    const { visibility } = this.#twin.specOf(index);
    const { place } = this.#twin.deviceAt(index).device;
    return channelsOfAlert(visibility, place, limit.tellsStaff).includes(staffChannel) ||
      visibility === "public"
      ? limit
      : null;
  }

  /** Null where the id stands for no alarm. */
  alarmed(id: AlarmId): Alarmed | null {
    const { device, property, limit } = partsOfAlarm(id);
    const point = pointId(device, property);
    const rule = this.ruleOf({ device, point, limit });
    return rule?.property === property ? { device, point, limit, priority: rule.priority } : null;
  }
}
