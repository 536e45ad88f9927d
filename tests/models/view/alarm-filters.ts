import fc from "fast-check";
import { alarmStates } from "../../../models/alarm/alarm.ts";
import { priorities } from "../../../models/device/kind.ts";
import { buildingId, gridCellId, kindId, partyId } from "../../../models/ids.ts";
import {
  type AlarmFilter,
  type AlarmFilterTime,
  alarmOrders,
  alarmSpans,
} from "../../../models/view/alarm-filter.ts";

const word = fc.stringMatching(/^[a-zA-Z0-9][a-zA-Z0-9.:_-]{0,12}$/);
const moment = fc.integer({ min: 0, max: 4e12 });
const times: fc.Arbitrary<AlarmFilterTime> = fc.oneof(
  fc.constant({ of: "open" as const }),
  fc.constantFrom(...alarmSpans).map((span) => ({ of: "last" as const, span })),
  moment.map((fromMs) => ({ of: "between" as const, fromMs, untilMs: null })),
  moment.map((untilMs) => ({ of: "between" as const, fromMs: null, untilMs })),
  fc.record({ of: fc.constant("between" as const), fromMs: moment, untilMs: moment }),
);

/** Any filter of the alarm table. */
export const alarmFilters: fc.Arbitrary<AlarmFilter> = fc.record({
  states: fc.subarray([...alarmStates]),
  priorities: fc.subarray([...priorities]),
  place: fc.oneof(
    fc.constant({ in: "anywhere" as const }),
    word.map((id) => ({ in: "cell" as const, cell: gridCellId(id) })),
    word.map((id) => ({ in: "building" as const, building: buildingId(id) })),
  ),
  kind: fc.option(word.map(kindId)),
  party: fc.option(word.map(partyId)),
  time: times,
  who: fc.option(fc.string({ minLength: 1, maxLength: 20, unit: "grapheme" })),
  words: fc.string({ maxLength: 40, unit: "grapheme" }),
  order: fc.record({ by: fc.constantFrom(...alarmOrders), ascending: fc.boolean() }),
});
