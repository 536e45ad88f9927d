import { signal, type Signal } from "../../models/signal.ts";
import type { Clock } from "../clock.ts";

const leastMs = 250;
const idleMs = 1000;

/**
 * A signal that follows another at most four times a second, and moves once a second by itself so that ages go on.
 * However fast readings come, lists and panels look no oftener.
 */
export function createBeat(version: Signal<number>, clock: Clock): { beat: Signal<number>; close(): void } {
  const beat = signal(0);
  let lastMs = Number.NEGATIVE_INFINITY;
  let callOff: (() => void) | null = null;
  const strike = (): void => {
    callOff?.();
    callOff = null;
    lastMs = clock.now();
    beat.set(beat.get() + 1);
  };
  const stopFollowing = version.subscribe(() => {
    if (callOff !== null) return;
    const waitMs = lastMs + leastMs - clock.now();
    if (waitMs <= 0) strike();
    else callOff = clock.after(waitMs, strike);
  });
  const stopIdling = clock.every(idleMs, () => {
    if (clock.now() - lastMs >= idleMs) strike();
  });
  return {
    beat,
    close() {
      callOff?.();
      stopFollowing();
      stopIdling();
    },
  };
}
