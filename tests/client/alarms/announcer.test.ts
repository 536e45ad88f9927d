import { beforeEach, describe, expect, it } from "vitest";
import { Announcer } from "../../../client/alarms/announcer.ts";
import type { Alarm } from "../../../models/alarm/alarm.ts";
import type { Alert } from "../../../models/alarm/alert.ts";
import { isFlooded } from "../../../models/alarm/flood.ts";
import { after, type AlarmEvent, normalAlarm } from "../../../models/alarm/transition.ts";
import type { Priority } from "../../../models/device/kind.ts";
import { alarmId, deviceId, limitId, pointId, propertyId } from "../../../models/ids.ts";
import { minutes, seconds } from "../../../models/quantity.ts";
import { signal } from "../../../models/signal.ts";
import { HandClock } from "../../server/stream/hand-clock.ts";

const limit = limitId("high");
const alarmOf = (name: string, priority: Priority): Alarm => {
  const device = deviceId(name);
  const point = pointId(device, propertyId("level"));
  return normalAlarm(alarmId(point, limit), { point, device, limit, priority });
};
const by = { duty: "operator", name: "Li" } as const;

let clock: HandClock;
let alerts = signal<readonly Alert[]>([]);
let played: Priority[];
let told: string[][];
let announcer: Announcer;
const begin = (): void => {
  announcer = new Announcer({
    alerts,
    clock,
    nowMs: () => clock.now(),
    groupOf: ({ device }) => device.split("-")[0] ?? "",
    play: (priority) => void played.push(priority),
    tell: (heard) => void told.push(heard.map(({ device }) => device)),
  });
};
beforeEach(() => {
  clock = new HandClock();
  alerts = signal<readonly Alert[]>([]);
  played = [];
  told = [];
});

const now = new Map<string, Alarm>();
function happens(name: string, priority: Priority, event: AlarmEvent["event"]): void {
  const was = now.get(name) ?? alarmOf(name, priority);
  const atMs = clock.now();
  const told = {
    raise: { event: "raise", atMs, value: 9, priority, latches: false },
    return: { event: "return", atMs },
    suppress: { event: "suppress", atMs, cause: deviceId("feeder-1") },
    acknowledge: { event: "acknowledge", act: { by, atMs, note: "" } },
  } as const;
  const next = after(was, told[event as keyof typeof told]);
  if (next !== null) now.set(name, next);
  alerts.set([...now.values()]);
}
/** Long enough for what is told of at one moment to have been looked at. */
const settle = (): void => clock.advance(0.6 * seconds);
beforeEach(() => now.clear());

describe("what is heard of alarms", () => {
  it("O6 is a new unacknowledged one, again at its pace until it is acknowledged, and never a return", () => {
    begin();
    happens("lift-1", "P2", "raise");
    settle();
    expect(played).toEqual(["P2"]);
    clock.advance(14 * seconds);
    expect(played).toEqual(["P2"]);
    clock.advance(2 * seconds);
    expect(played).toEqual(["P2", "P2"]);
    happens("lift-1", "P2", "acknowledge");
    happens("lift-1", "P2", "return");
    clock.advance(10 * minutes);
    expect(played).toEqual(["P2", "P2"]);
  });

  it("O6 a lesser one is heard once, and the gravest goes on", () => {
    begin();
    happens("fire-1", "P1", "raise");
    settle();
    happens("lamp-1", "P4", "raise");
    settle();
    expect(played).toEqual(["P1", "P4"]);
    clock.advance(5 * seconds);
    expect(played.slice(2)).toEqual(["P1"]);
    happens("fire-1", "P1", "acknowledge");
    clock.advance(1 * minutes);
    expect(played.slice(3)).toEqual(["P4"]);
    expect(told).toEqual([["fire-1"], ["lamp-1"]]);
  });

  it("O6 whoever comes hears of what is there already, as of anything nobody has acknowledged", () => {
    happens("lift-1", "P2", "raise");
    begin();
    settle();
    expect(played).toEqual(["P2"]);
  });

  it("O6 a new episode is heard however fast the one before ended", () => {
    begin();
    happens("lift-1", "P2", "raise");
    settle();
    happens("lift-1", "P2", "acknowledge");
    happens("lift-1", "P2", "return");
    clock.advance(0.1 * seconds);
    happens("lift-1", "P2", "raise");
    settle();
    expect(played).toEqual(["P2", "P2"]);
  });

  it("O7 in a flood each group is heard once", () => {
    begin();
    for (let n = 0; n < 11; n++) happens(`pump-${n}`, "P3", "raise");
    settle();
    expect(isFlooded(announcer.flood.get())).toBe(true);
    const before = played.length;
    for (let n = 11; n < 200; n++) happens(`pump-${n}`, "P3", "raise");
    settle();
    expect(played.length).toBe(before);
    happens("lift-1", "P3", "raise");
    settle();
    happens("lift-2", "P3", "raise");
    settle();
    expect(played.length).toBe(before + 1);
    expect(told.slice(1)).toEqual([["lift-1"]]);
  });

  it("O7 what its cause withdraws at once is neither heard nor counted", () => {
    begin();
    for (let n = 0; n < 100; n++) happens(`pump-${n}`, "P3", "raise");
    happens("feeder-1", "P2", "raise");
    for (let n = 0; n < 100; n++) happens(`pump-${n}`, "P3", "suppress");
    settle();
    expect(played).toEqual(["P2"]);
    expect(isFlooded(announcer.flood.get())).toBe(false);
  });

  it("O7 what a server tells once more after it was away is no news", () => {
    begin();
    for (let n = 0; n < 20; n++) happens(`pump-${n}`, "P3", "raise");
    settle();
    const counted = announcer.flood.get().flood?.announced;
    expect(counted).toBe(20);
    alerts.set([]);
    settle();
    alerts.set([...now.values()]);
    settle();
    expect(announcer.flood.get().flood?.announced).toBe(counted);
  });
});
