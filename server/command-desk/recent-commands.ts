import type { CommandRecord } from "../../models/command/command.ts";
import type { CommandId } from "../../models/ids.ts";

/** The commands of late, each as it is now, and the steps nobody has been told yet. */
export class RecentCommands {
  readonly most = 50;
  readonly #byId = new Map<CommandId, CommandRecord>();
  #fresh: CommandRecord[] = [];

  note(record: CommandRecord): void {
    this.#byId.set(record.id, record);
    if (this.#byId.size > this.most) {
      const oldest = this.#byId.keys().next();
      if (oldest.done !== true) this.#byId.delete(oldest.value);
    }
    this.#fresh.push(record);
  }

  byId(id: CommandId): CommandRecord | undefined {
    return this.#byId.get(id);
  }

  list(): readonly CommandRecord[] {
    return [...this.#byId.values()];
  }

  takeFresh(): readonly CommandRecord[] {
    if (this.#fresh.length === 0) return this.#fresh;
    const fresh = this.#fresh;
    this.#fresh = [];
    return fresh;
  }
}
