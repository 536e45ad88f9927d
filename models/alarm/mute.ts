import { minutes } from "../quantity.ts";

/** Nobody mutes the sounds of alarms for longer at a time. */
export const mutedForMs = 10 * minutes;

/** Whether sounds are muted, in community time; an end further off than anybody may mute is of another clock. */
export const isMuted = (mutedUntilMs: number | null, nowMs: number): mutedUntilMs is number =>
  mutedUntilMs !== null && mutedUntilMs > nowMs && mutedUntilMs <= nowMs + mutedForMs;
