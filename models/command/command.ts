import type { CommandId, DeviceId, PropertyId } from "../ids.ts";
import type { Duty } from "../duty/duty.ts";

/** What a person asks a device to be. The id is made by who asks, so that asking twice is asking once. */
export interface CommandRequest {
  readonly id: CommandId;
  readonly device: DeviceId;
  readonly property: PropertyId;
  /** A number in the point's unit, or the name of a state. */
  readonly value: number | string;
}

/** `asked` is known only to who asks, until the answer. */
export const commandStates = [
  "asked",
  "refused",
  "accepted",
  "sent",
  "confirmed",
  "timed-out",
  "unknown",
] as const;
export type CommandState = (typeof commandStates)[number];

export const refusalReasons = [
  "unknown-point",
  "not-settable",
  "bad-value",
  "busy",
  "id-taken",
  "not-recorded",
] as const;
/** Why a command is refused. */
export type RefusalReason = (typeof refusalReasons)[number];

/** What happens to a command. */
export type CommandEvent =
  | { readonly event: "accept" }
  | { readonly event: "refuse" }
  | { readonly event: "send" }
  | { readonly event: "report" }
  | { readonly event: "time-out" }
  /** Nobody knows what became of it: the server went down, or the way to the device broke. */
  | { readonly event: "lose" };

const ways: Readonly<Record<CommandState, Partial<Record<CommandEvent["event"], CommandState>>>> = {
  asked: { accept: "accepted", refuse: "refused" },
  refused: {},
  accepted: { send: "sent", lose: "unknown" },
  sent: { report: "confirmed", "time-out": "timed-out", lose: "unknown" },
  confirmed: {},
  "timed-out": { report: "confirmed" },
  unknown: { report: "confirmed" },
};

/** The state after an event; the same when the event means nothing to it. */
export const after = (state: CommandState, { event }: CommandEvent): CommandState =>
  ways[state][event] ?? state;

/** Under way: another command for the same point has to wait. */
export const isUnderWay = (state: CommandState): boolean =>
  state === "asked" || state === "accepted" || state === "sent";

/** A command as everybody with the duty is told of it; a later version of the same id replaces an earlier one. */
export interface CommandRecord extends CommandRequest {
  readonly state: CommandState;
  /** Null unless refused. */
  readonly reason: RefusalReason | null;
  /** Duty of who asked. */
  readonly by: Duty;
  /** Community time. */
  readonly askedAtMs: number;
  /** When it came to its state. */
  readonly changedAtMs: number;
}
