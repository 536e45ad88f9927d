import type { CommandRecord, CommandRequest } from "../../models/command/command.ts";
import type { Answer } from "../../models/stream/messages.ts";
import { AskedOnce } from "./asked-once.ts";
import type { LinkWire } from "./wire.ts";

/** Told of steps of commands; `whole`: these are all that are known. */
export type CommandListener = (records: readonly CommandRecord[], whole: boolean) => void;

/** Commands on their way over the link, and what becomes of everybody's. */
export class CommandLine extends AskedOnce<CommandRequest, Answer<CommandRecord>> {
  readonly #listeners = new Set<CommandListener>();

  constructor(wire: () => LinkWire | null) {
    super(wire, (open, request, answered) => open.ask("command", request, answered));
  }

  /** @returns the function that ends the listening. */
  onSteps(listener: CommandListener): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  tell(records: readonly CommandRecord[], whole: boolean): void {
    for (const listener of this.#listeners) listener(records, whole);
  }
}
