import { z } from "zod";
import { drillNames, type RunningDrill } from "../../models/drill/drill.ts";

const orderSchema = z.strictObject({
  drill: z.strictObject({ drill: z.enum(drillNames), fromMs: z.number(), untilMs: z.number() }).nullable(),
});

/** What the server says to its simulator, a line of JSON each: the drill that runs from now on; null for none. */
export interface SimulatorOrder {
  readonly drill: RunningDrill | null;
}

/** @returns null for a line that is no order. */
export function readOrder(line: string): SimulatorOrder | null {
  try {
    return orderSchema.parse(JSON.parse(line));
  } catch {
    return null;
  }
}
