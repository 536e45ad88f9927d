import type { CommandRecord, CommandRequest } from "../../models/command/command.ts";
import type { Answer } from "../../models/stream/messages.ts";
import type { LinkWire } from "./wire.ts";

/** Told of steps of commands; `whole`: these are all that are known. */
export type CommandListener = (records: readonly CommandRecord[], whole: boolean) => void;
/** Null: the connection went before the answer came. */
export type CommandAnswered = (answer: Answer<CommandRecord> | null) => void;

/** Commands on their way over the link. What was asked when it broke is never asked again by itself. */
export class CommandLine {
  readonly #wire: () => LinkWire | null;
  readonly #listeners = new Set<CommandListener>();
  readonly #waiting = new Set<CommandAnswered>();

  constructor(wire: () => LinkWire | null) {
    this.#wire = wire;
  }

  ask(request: CommandRequest, answered: CommandAnswered): void {
    const wire = this.#wire();
    if (wire === null) return answered(null);
    this.#waiting.add(answered);
    wire.ask("command", request, (answer) => {
      if (this.#waiting.delete(answered)) answered(answer);
    });
  }

  /** @returns the function that ends the listening. */
  onSteps(listener: CommandListener): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  tell(records: readonly CommandRecord[], whole: boolean): void {
    for (const listener of this.#listeners) listener(records, whole);
  }

  /** The connection is gone. */
  cut(): void {
    for (const answered of [...this.#waiting]) if (this.#waiting.delete(answered)) answered(null);
  }
}
