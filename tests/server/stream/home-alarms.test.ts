import { beforeEach, describe, expect, it } from "vitest";
import { type Authority, duties } from "../../../models/duty/duty.ts";
import { dwellingId, ownChannel, publicChannel, staffChannel } from "../../../models/ids.ts";
import type { Alert } from "../../../models/alarm/alert.ts";
import type { Watching } from "../../../models/stream/messages.ts";
import { RecordingWire } from "./recording-wire.ts";
import { box, callerKind, Town } from "./town.ts";

const home = dwellingId("home-a");
const authorities: readonly Authority[] = [
  ...duties.map((duty): Authority => ({ duty, dwelling: duty === "resident" ? home : null })),
  { duty: "resident", dwelling: dwellingId("home-b") },
];
const isStaff = ({ duty }: Authority): boolean => duty === "operator" || duty === "supervisor";
const lives = ({ dwelling }: Authority): boolean => dwelling === home;
const caller = box("caller-a", home, { kind: callerKind.id, points: callerKind.points });

let town: Town;
beforeEach(() => {
  town = new Town();
  town.twin.addDevice(caller);
  town.twin.addDevice(box("box-yard", null));
  town.tick();
});

const alertsTo = (client: RecordingWire): Alert[] =>
  client.events.flatMap((each) => (each.event === "record" ? [each.payload.record.alert] : []));

describe.each(authorities)("$duty of $dwelling and the alarm of a home", (authority) => {
  it("DU9 hears of it as it begins and ends, staff with what and where it is, the home without", () => {
    const client = new RecordingWire(town, authority);
    client.watchAll();
    town.report("caller-a", "call", 2000);
    town.tick(2);
    const late = new RecordingWire(town, authority).watchAll();
    town.report("caller-a", "call", 0);
    town.tick(2);
    const open = late.ok ? (late.value as Watching).records.map(({ record }) => record.alert) : [];
    const told = alertsTo(client);
    const hears = isStaff(authority) || lives(authority);
    expect(told.map(({ untilMs }) => untilMs !== null)).toEqual(hears ? [false, true] : []);
    expect(open.length).toBe(hears ? 1 : 0);
    const { kind, name, place, party } = caller;
    for (const alert of [...told, ...open])
      expect(alert.about).toEqual(isStaff(authority) ? { kind, name, place, party } : undefined);
  });

  it("DU9 is told of a limit that is the home's alone only at home", () => {
    const client = new RecordingWire(town, authority);
    client.watchAll();
    town.report("caller-a", "pulse", 2000);
    town.tick(2);
    expect(alertsTo(client).length).toBe(lives(authority) ? 1 : 0);
  });

  it("DU2 sees nothing else of the device, before, during and after", () => {
    const frames = new RecordingWire(town, authority);
    frames.watchAll();
    const json = new RecordingWire(town, authority);
    for (const value of [1, 2000, 3]) {
      town.report("caller-a", "call", value);
      town.tick(20);
    }
    const readings = json.events.flatMap((each) => (each.event === "readings" ? each.payload.readings : []));
    expect(readings.some(({ device }) => device === caller.id)).toBe(lives(authority));
    for (const channel of [publicChannel, staffChannel, ownChannel(home)])
      expect(town.dictionary(channel)!.json.includes(caller.id)).toBe(channel === ownChannel(home));
    const known = frames.hello().channels.map(({ channel }) => channel);
    expect(known.includes(ownChannel(home))).toBe(lives(authority));
  });
});

describe("an alarm of no home", () => {
  it("DU9 still tells staff, and nobody else", () => {
    town.twin.addDevice({ ...caller, id: box("caller-hall", null).id, place: box("x", null).place });
    const told = authorities.map((authority) => {
      const client = new RecordingWire(town, authority);
      client.watchAll();
      return { authority, client };
    });
    town.report("caller-hall", "call", 2000);
    town.tick(2);
    for (const { authority, client } of told)
      expect(alertsTo(client).length).toBe(isStaff(authority) ? 1 : 0);
  });
});
