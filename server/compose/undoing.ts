import type { Log } from "../log/log.ts";

/** Ends what was begun, the last first; one that fails keeps no other from ending. */
export class Undoing {
  readonly #steps: (() => Promise<void> | void)[] = [];

  add(step: () => Promise<void> | void): void {
    this.#steps.push(step);
  }

  async run(log: Log): Promise<void> {
    for (let step = this.#steps.pop(); step !== undefined; step = this.#steps.pop()) {
      try {
        await step();
      } catch (error) {
        const about = { level: "error", room: "server", event: "fault" } as const;
        log(`while ending: ${error instanceof Error ? error.message : String(error)}`, about);
      }
    }
  }
}
