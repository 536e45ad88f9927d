import * as z from "zod";
import type { Duty } from "./duty.ts";

/** Somebody on duty, as their colleagues are told of them. */
export interface Person {
  readonly duty: Duty;
  /** The name their link was made for, or a number beside the duty. */
  readonly name: string;
}

/** What a person may be called. */
export const personName = z
  .string()
  .trim()
  .min(1)
  .max(40)
  .regex(/^\P{C}+$/u);
