import type { Doors } from "./doors.ts";

export const tickMs = 100;

/**
 * Calls `tick` every 100 ms of real time, each counted from the first, so that lateness does not add up. Ticks missed
 * while the process slept are not made up for. `beat` is told how each went.
 * @returns the function that ends it.
 */
export function beginTicks(
  doors: Doors,
  tick: () => void,
  beat: (lateMs: number, tookMs: number) => void,
): () => void {
  let dueMs = doors.monotonicMs() + tickMs;
  let callOff = doors.after(tickMs, run);
  function run(): void {
    const nowMs = doors.monotonicMs();
    tick();
    const endedMs = doors.monotonicMs();
    beat(Math.max(0, nowMs - dueMs), endedMs - nowMs);
    const behind = Math.floor((endedMs - dueMs) / tickMs);
    dueMs += tickMs * (1 + Math.max(0, behind));
    callOff = doors.after(Math.max(0, dueMs - doors.monotonicMs()), run);
  }
  return () => callOff();
}
