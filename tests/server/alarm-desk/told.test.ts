import { expect, it } from "vitest";
import { isAlarm, stateOf } from "../../../models/alarm/alarm.ts";
import type { Duty } from "../../../models/duty/duty.ts";
import type { Watching } from "../../../models/stream/messages.ts";
import { RecordingWire } from "../stream/recording-wire.ts";
import { box, Town } from "../stream/town.ts";

const toldTo = (client: RecordingWire) =>
  client.events.flatMap((each) => (each.event === "record" ? [each.payload] : []));

it("AD8 tells everybody with the duty each transition once and in order, and whoever comes all that is not normal", () => {
  const town = new Town();
  town.twin.addDevice(box("box-yard", null));
  town.tick();
  const clients = (["operator", "supervisor", "planner"] as Duty[]).map((duty) => {
    const client = new RecordingWire(town, { duty, dwelling: null });
    client.watchAll();
    return client;
  });
  // The air of a box is for everybody.
  for (const value of [2000, 0, 2000, 0]) {
    town.report("box-yard", "air", value);
    town.tick(2);
  }
  const [operator, supervisor, planner] = clients.map(toldTo);
  expect(supervisor).toEqual(operator);
  const alarms = operator!.map(({ record }) => record.alert).filter(isAlarm);
  expect(alarms.map(({ version }) => version)).toEqual([1, 2, 3, 4]);
  expect(alarms.map(stateOf)).toEqual(["unacknowledged", "returned", "unacknowledged", "returned"]);
  expect(new Set(alarms.map(({ id }) => id)).size).toBe(1);
  // Who answers no alarms is told of two alerts, and of nothing that is done about them.
  expect(planner!.map(({ record }) => [isAlarm(record.alert), record.alert.untilMs !== null])).toEqual([
    [false, false],
    [false, true],
    [false, false],
    [false, true],
  ]);
  const late = new RecordingWire(town, { duty: "operator", dwelling: null }).watchAll();
  expect(late.ok && (late.value as Watching).records.map(({ record }) => record.alert)).toEqual([alarms[3]]);
});
