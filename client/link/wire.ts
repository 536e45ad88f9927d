import type { Answer, ClientEvents, RefusalCode, ServerEvents } from "../../models/stream/messages.ts";

type Asked = "hello" | "watch" | "rate" | "command" | "alarm";
type Told = "drawn" | "look";

/** One connection as the link knows it. */
export interface LinkWire {
  /** Sends a message that is answered; without an answer in time the connection counts as gone. */
  ask<Event extends Asked>(
    event: Event,
    payload: Parameters<ClientEvents[Event]>[0],
    answered: (answer: AnswerTo<Event>) => void,
  ): void;
  tell<Event extends Told>(event: Event, payload: Parameters<ClientEvents[Event]>[0]): void;
  close(): void;
}

type AnswerTo<Event extends Asked> = Parameters<Parameters<ClientEvents[Event]>[1]>[0] & Answer<unknown>;

/** What a connection tells. After `closed` it tells nothing more. */
export interface WireEvents {
  opened(): void;
  frames(bytes: Uint8Array): void;
  welcome: ServerEvents["welcome"];
  record: ServerEvents["record"];
  overlay: ServerEvents["overlay"];
  command: ServerEvents["command"];
  company: ServerEvents["company"];
  /** The server's own word why it will not, or will no longer, talk to us. */
  refused(code: RefusalCode): void;
  closed(): void;
}

export type OpenWire = (events: WireEvents) => LinkWire;
