import { describe, expect, it } from "vitest";
import { seconds } from "../../../models/quantity.ts";
import { Voice } from "../../../server/simulator/voice.ts";
import { demoOf, local } from "../../models/demo/xinghe-demo.ts";

const demo = demoOf();
const device = (id: string) => demo.devices.find((candidate) => candidate.id === id)!;

/** What a device says in a stretch of time, looking at itself as often as its voice asks. */
function heard(id: string, fromMs: number, lengthMs: number): { atMs: number; said: object }[] {
  const voice = new Voice(device(id), 1);
  voice.first(demo.valuesAt(device(id), fromMs), fromMs);
  const sayings: { atMs: number; said: object }[] = [];
  for (let atMs = voice.nextMs(fromMs); atMs < fromMs + lengthMs; atMs = voice.nextMs(atMs)) {
    const said = voice.told(demo.valuesAt(device(id), atMs), atMs);
    if (said !== null) sayings.push({ atMs, said });
  }
  return sayings;
}

describe("what a device says", () => {
  it("SI3 tells each point at least once within twice its period, and never one that is not due and unchanged", () => {
    const from = local(11, 24, 10);
    for (const id of ["XH-T01", "XH-station-01", "XH-pump-room-01-pumps-01", "XH-lamp-001"]) {
      const sayings = heard(id, from, 3600 * seconds);
      for (const { property, type, periodS } of device(id).kind.points) {
        if (type === "event" || periodS > 1200) continue;
        const times = sayings.filter(({ said }) => Object.hasOwn(said, property)).map(({ atMs }) => atMs);
        const gaps = [from, ...times].map(
          (atMs, index, all) => (all[index + 1] ?? from + 3600 * seconds) - atMs,
        );
        expect(Math.max(...gaps), `${id}/${property}`).toBeLessThan(2 * periodS * seconds);
      }
    }
  });

  it("SI4 has a lift speak every second while it moves, every ten while it stands", () => {
    const sayings = heard("XH-A-1-U1-lift-01", local(11, 24, 7.6), 1800 * seconds);
    const gaps = sayings.slice(1).map(({ atMs }, index) => atMs - (sayings[index]?.atMs ?? atMs));
    expect(gaps.filter((gap) => gap <= 1100).length).toBeGreaterThan(100);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(11_000);
    expect(sayings.some(({ said }) => "floor" in said && !("machineRoom" in said))).toBe(true);
  });

  it("SI3 is silent for hours where nothing happens", () => {
    expect(
      heard(
        demo.devices.find(({ kind }) => kind.id === "manual_call_point")!.id,
        local(11, 24, 10),
        3600 * seconds,
      ).length,
    ).toBeLessThanOrEqual(1);
  });
});
