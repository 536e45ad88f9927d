import { io, type Socket } from "socket.io-client";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Authority } from "../../../models/duty/duty.ts";
import { alarmIdOf, buildingId, gridCellId, deviceId, dwellingId } from "../../../models/ids.ts";
import { atTheMap, type Look } from "../../../models/presence/presence.ts";
import type { Selection } from "../../../models/view/view-state.ts";
import { graceMs } from "../../../server/presence/presence.ts";
import { Harbour, turn, until } from "./harbour.ts";
import { RecordingWire } from "./recording-wire.ts";
import { box, callerKind, Town } from "./town.ts";

/** Of a home, and seen by staff in its alarms alone. */
const caller = { kind: callerKind.id, points: callerKind.points };

const operator: Authority = { duty: "operator", dwelling: null };
const supervisor: Authority = { duty: "supervisor", dwelling: null };

let harbour: Harbour;
const sockets: Socket[] = [];
beforeEach(async () => {
  harbour = await Harbour.open();
  harbour.access.people
    .set("Li Na", supervisor)
    .set("Zhang Wei", operator)
    .set("rita", { duty: "resident", dwelling: dwellingId("home-0") })
    .set("paul", { duty: "planner", dwelling: null });
  harbour.town.twin.addDevice(box("lift", null));
  harbour.town.twin.addDevice(box("radar", "home-0", caller));
});
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.disconnect();
  await harbour.close();
});

type Client = ReturnType<Harbour["client"]>;
const namesAt = ({ link }: Client) => link.company.company.get().colleagues.map(({ person }) => person.name);
const lookAt = ({ link }: Client) => link.company.company.get().colleagues[0]?.look;
const selecting = (selection: Selection): Look => ({ ...atTheMap, selection });
const lift = selecting({ kind: "device", device: deviceId("lift") });

describe("the company of a control room, over real sockets", () => {
  it("PR1 PR2 tells each of the other and what they look at, and nobody of another duty anything", async () => {
    const [li, zhang] = [harbour.client("Li Na"), harbour.client("Zhang Wei")];
    const others = [harbour.client("rita"), harbour.client("paul"), harbour.client(null)];
    for (const { link } of others) link.company.tell(lift);
    await until(() => namesAt(li).length === 1 && namesAt(zhang).length === 1);
    expect([namesAt(li), namesAt(zhang)]).toEqual([["Zhang Wei"], ["Li Na"]]);
    zhang.link.company.tell({ ...lift, page: "diagnosis" });
    await until(() => lookAt(li)?.page === "diagnosis");
    expect(lookAt(li)).toEqual({ ...lift, page: "diagnosis" });
    await until(() => others.every(({ link }) => link.state.get().state === "live"));
    expect(others.flatMap(namesAt)).toEqual([]);
    await until(() => harbour.stream.counters.get("refused-not-allowed") >= 3);
  });

  it("PR4 a cut connection comes back as the same person at the same place; an ended sign-in is gone", async () => {
    const [li, zhang] = [harbour.client("Li Na"), harbour.client("Zhang Wei")];
    zhang.link.company.tell(lift);
    await until(() => lookAt(li)?.selection.kind === "device");
    const before = li.link.company.company.get().colleagues;
    harbour.dropSockets();
    await until(() => li.link.state.get().state === "reconnecting");
    expect(namesAt(li)).toEqual([]);
    await until(() => namesAt(li).length === 1);
    expect(li.link.company.company.get().colleagues).toEqual(before);
    harbour.access.change("Zhang Wei", null);
    await until(() => namesAt(li).length === 0);
  });

  it("PR4 one who becomes a planner is nobody's company any more, and has none", async () => {
    const [li, zhang] = [harbour.client("Li Na"), harbour.client("Zhang Wei")];
    await until(() => namesAt(li).length === 1 && namesAt(zhang).length === 1);
    harbour.access.change("Zhang Wei", { duty: "planner", dwelling: null });
    await until(() => namesAt(li).length === 0 && zhang.link.welcome.get()?.duty === "planner");
    expect(namesAt(zhang)).toEqual([]);
  });

  it("PR5 a flood of looks is taken a few times a second, the rest counted", async () => {
    const socket = io(`${harbour.url}/twin`, {
      transports: ["websocket"],
      forceNew: true,
      extraHeaders: { origin: harbour.url, cookie: "session=Li Na" },
    });
    sockets.push(socket);
    for (let n = 0; n < 40; n++) socket.emit("look", lift);
    await until(() => harbour.stream.counters.get("looks-dropped") >= 30);
    expect(harbour.stream.counters.get("bad-messages")).toBe(0);
    await turn();
  });
});

describe("what is told of a look", () => {
  const town = new Town();
  town.twin.addDevice(box("lift", null));
  town.twin.addDevice(box("radar", "home-a", caller));
  const told = (look: unknown): Look | undefined => {
    const [li, zhang] = ["li", "zhang"].map((name) => new RecordingWire(town, operator, name as never));
    li!.watchAll();
    zhang!.watchAll();
    expect(zhang!.say("look", look).ok).toBe(true);
    town.tick(4);
    const company = li!.events.flatMap((each) => (each.event === "company" ? [each.payload] : [])).at(-1);
    town.hub.leave(li!.session);
    town.hub.leave(zhang!.session);
    town.tick(Math.ceil(graceMs / 100) + 4);
    return company?.colleagues[0]?.look;
  };

  it.each<[string, Selection]>([
    ["a device on a channel of staff", { kind: "device", device: deviceId("lift") }],
    ["a grid cell of the community", { kind: "cell", cell: gridCellId("cell-1") }],
    ["a building of the community", { kind: "building", building: buildingId("tower"), storey: 7 }],
  ])("PR3 %s is told", (_name, selection) => {
    expect(told(selecting(selection))).toEqual(selecting(selection));
  });

  it.each<[string, Selection]>([
    ["a device of a home that staff see nothing of", { kind: "device", device: deviceId("radar") }],
    ["a device that is not there", { kind: "device", device: deviceId("rude words") }],
    ["a grid cell that is not there", { kind: "cell", cell: gridCellId("rude words") }],
    ["a building that is not there", { kind: "building", building: buildingId("rude words"), storey: null }],
    ["an object, which is a text of the client's", { kind: "object", object: "rude words" }],
  ])("PR3 %s is not", (_name, selection) => {
    expect(told({ ...selecting(selection), page: "alarms" })).toEqual({ ...atTheMap, page: "alarms" });
  });

  it("PR3 an alarm somebody writes on is told while it is open, and no other", () => {
    town.report("lift", "load", 2000);
    town.tick();
    const [open] = [...town.alarms.open.keys()];
    expect(told({ ...atTheMap, writingOn: open })).toEqual({ ...atTheMap, writingOn: open });
    const made = alarmIdOf("lift/load#made-up");
    expect(told({ ...atTheMap, writingOn: made })).toEqual(atTheMap);
  });

  it("PR3 until when somebody has muted the sounds of alarms is told", () => {
    expect(told({ ...atTheMap, mutedUntilMs: 600_000 })).toEqual({ ...atTheMap, mutedUntilMs: 600_000 });
  });

  it("ST18 a look of another shape is refused", () => {
    const wire = new RecordingWire(town, operator);
    wire.watchAll();
    const bad = [
      null,
      {},
      { ...atTheMap, page: "elsewhere" },
      { ...atTheMap, more: 1 },
      { ...atTheMap, mutedUntilMs: -1 },
      { ...atTheMap, mutedUntilMs: "for ever" },
      { ...atTheMap, writingOn: "x".repeat(2000) },
      { ...atTheMap, selection: { kind: "device", device: "a/b" } },
      { ...atTheMap, selection: { kind: "building", building: "tower", storey: 1e9 } },
    ];
    for (const look of bad) expect(wire.say("look", look)).toEqual({ ok: false, code: "bad-message" });
  });
});
