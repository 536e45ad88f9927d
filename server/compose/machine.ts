import { randomBytes } from "node:crypto";
import type { Doors } from "./doors.ts";

/** Time, timers and chance as this machine has them; who speaks to whom is the process's own. */
export const machine: Omit<Doors, "print" | "log"> = {
  wallNowMs: () => Date.now(),
  monotonicMs: () => performance.now(),
  every(ms, act) {
    const timer = setInterval(act, ms);
    return () => clearInterval(timer);
  },
  soon: (act) => void setImmediate(act),
  after(ms, act) {
    const timer = setTimeout(act, ms);
    return () => clearTimeout(timer);
  },
  random: (size) => randomBytes(size),
};
