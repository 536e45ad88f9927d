import type { ServerEvents } from "../../models/stream/messages.ts";

/** A message to a client. One object handed to many wires is put into bytes once. */
export type Outgoing = {
  [Event in Exclude<keyof ServerEvents, "frames">]: {
    readonly event: Event;
    readonly payload: Parameters<ServerEvents[Event]>[0];
  };
}[Exclude<keyof ServerEvents, "frames">];

/** One client's connection as the rest of the stream knows it: messages in order, and how far the way is clogged. */
export interface Wire {
  /** A binary message of frames. The bytes are not copied and must not change any more. */
  write(bytes: Uint8Array): void;
  send(message: Outgoing): void;
  /** Ends the connection after what was written. */
  close(): void;
  /** Messages that wait because the connection did not take the ones before. */
  readonly waitingMessages: number;
  /** Bytes the kernel has not taken yet. */
  readonly bufferedBytes: number;
}
