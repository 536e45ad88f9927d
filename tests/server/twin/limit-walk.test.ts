import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Limit, LimitCondition } from "../../../models/device/kind.ts";
import { qualityByte } from "../../../models/device/reading.ts";
import { limit, sampleTwin, sensor, t0 } from "./sample-devices.ts";

const bad = qualityByte("bad", "reported-by-device");

/** At 50 beyond, from 48 on still beyond. */
const value = fc.constantFrom(40, 47, 48, 49, 50, 51, 60);
const step = fc.record({
  told: fc.option(value, { nil: null }),
  quality: fc.constantFrom(0, 0, 0, 0, 0, qualityByte("uncertain"), bad),
  // The last two are leaps: only a minute of the first is seen to pass, nothing of the second.
  afterMs: fc.constantFrom(100, 100, 500, 1_000, 2_000, 3_600_000, -5_000),
});
const steps = fc.array(step, { maxLength: 60 });
const delays = fc.record({ onDelayS: fc.constantFrom(0, 1, 3), offDelayS: fc.constantFrom(0, 1, 3) });
const deadband = 2;

interface Seen {
  readonly witnessedMs: number;
  readonly is: "beyond" | "between" | "within" | "unknown";
}

/** For how long, up to the last, all were so; null when the last is not. */
function runMs(seen: readonly Seen[], like: (each: Seen) => boolean): number | null {
  const last = seen.at(-1);
  if (last === undefined || !like(last)) return null;
  const before = seen.findLastIndex((each) => !like(each));
  return last.witnessedMs - (seen[before + 1]?.witnessedMs ?? 0);
}

describe("limits on random walks", () => {
  it("AR1 AR2 AR3 AR4 AR10 take turns beginning and ending, as the whole past says they must", () => {
    fc.assert(
      fc.property(steps, delays, (walk, { onDelayS, offDelayS }) => {
        const twin = sampleTwin([limit({ deadband, onDelayS, offDelayS })]);
        twin.addDevice(sensor("s1"));
        let [nowMs, witnessedMs, readAtMs] = [t0, 0, t0];
        twin.tick(t0);
        const seen: Seen[] = [];
        let open: string | null = null;
        const ids = new Set<string>();
        for (const { told, quality: byte, afterMs } of walk) {
          const passedMs = Math.min(60_000, Math.max(0, afterMs));
          nowMs += afterMs;
          witnessedMs += passedMs;
          readAtMs = Math.max(readAtMs + 1, nowMs);
          if (told !== null) twin.report(0, told, byte, readAtMs, readAtMs);
          const alerts = twin.tick(nowMs).alerts;
          const quality = (twin.state.qualities[0] ?? 4) & 7;
          const held = twin.state.values[0] ?? 0;
          const is = quality > 1 ? "unknown" : held >= 50 ? "beyond" : held >= 48 ? "between" : "within";
          seen.push({ witnessedMs, is });
          const longMs =
            open === null
              ? runMs(seen, (each) => each.is === "beyond")
              : runMs(seen, (each) => each.is === "within");
          const turns = longMs !== null && longMs >= 1_000 * (open === null ? onDelayS : offDelayS);
          expect(alerts).toHaveLength(turns ? 1 : 0);
          const [alert] = alerts;
          if (alert === undefined) continue;
          expect(alert.untilMs === null).toBe(open === null);
          if (open === null) {
            expect(ids.has(alert.id)).toBe(false);
            ids.add(alert.id);
            open = alert.id;
          } else {
            expect(alert.id).toBe(open);
            expect(alert.untilMs).toBeGreaterThanOrEqual(alert.fromMs);
            open = null;
          }
        }
        expect([...twin.openAlerts.keys()]).toEqual(open === null ? [] : [open]);
      }),
    );
  });

  it("AR2 AR5 AR8 AR9 take turns whatever a limit looks at", () => {
    const conditions = fc.constantFrom<LimitCondition>(
      { when: "rising", by: 10, withinS: 60 },
      { when: "falling", by: 10, withinS: 60 },
      { when: "mean-above", value: 50, windowS: 60 },
      { when: "mean-below", value: 48, windowS: 60 },
      { when: "unchanged", forS: 5 },
      { when: "silent" },
      { when: "silent", of: "itself" },
      { when: "outside", low: 45, high: 55 },
    );
    fc.assert(
      fc.property(conditions, delays, steps, (condition, more, walk) => {
        const rule: Limit = limit({ condition, ...more });
        const twin = sampleTwin([rule]);
        twin.addDevice(sensor("s1"));
        let nowMs = t0;
        const open = new Set<string>();
        for (const { told, quality: byte, afterMs } of walk) {
          nowMs += Math.abs(afterMs);
          if (told !== null) twin.report(0, told, byte, nowMs, nowMs);
          for (const { id, untilMs } of twin.tick(nowMs).alerts) {
            expect(open.has(id)).toBe(untilMs !== null);
            expect(open.size).toBe(untilMs === null ? 0 : 1);
            if (untilMs === null) open.add(id);
            else open.delete(id);
          }
        }
        expect([...twin.openAlerts.keys()]).toEqual([...open]);
      }),
    );
  });
});
