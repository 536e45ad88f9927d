import type { DrillName, RunningDrill } from "../../models/drill/drill.ts";
import { drillFrom } from "../../models/drill/drill.ts";
import type { Audit } from "../audit/audit.ts";

export interface DrillDeskNeeds {
  readonly audit: Pick<Audit, "before">;
  /** Community time. */
  readonly nowMs: () => number;
  /** Whether simulated devices speak; only they take part in a drill. */
  readonly simulated: boolean;
  /** Has the devices play a drill; null for none. */
  readonly play: (drill: RunningDrill | null) => void;
}

/** What became of the wish to start one. */
export type DrillAnswer = "started" | "another-runs" | "nobody-plays";

/** Starts and ends drills, one at a time; who did is in the trail. */
export class DrillDesk {
  readonly #needs: DrillDeskNeeds;
  #running: RunningDrill | null = null;
  #starting = false;

  constructor(needs: DrillDeskNeeds) {
    this.#needs = needs;
  }

  get running(): RunningDrill | null {
    return this.#running;
  }

  get simulated(): boolean {
    return this.#needs.simulated;
  }

  /** Written down before a device hears of it. @throws when the trail cannot be written; nothing is started then. */
  async start(drill: DrillName, who: string): Promise<DrillAnswer> {
    const { audit, nowMs, simulated, play } = this.#needs;
    if (!simulated) return "nobody-plays";
    if (this.#running !== null || this.#starting) return "another-runs";
    this.#starting = true;
    try {
      await audit.before({ act: "drill-started", who, subject: drill, detail: {} }, () => Promise.resolve());
      this.#running = drillFrom(drill, nowMs());
      play(this.#running);
      return "started";
    } finally {
      this.#starting = false;
    }
  }

  /** @returns whether that one ran. */
  async end(drill: DrillName, who: string): Promise<boolean> {
    if (this.#running?.drill !== drill) return false;
    await this.#end("ended-by-supervisor", who);
    return true;
  }

  /** Ends what has lasted its time. */
  onTick(nowMs: number): void {
    // What cannot be written down is the store's problem, which is shown; the drill is over all the same.
    if (this.#running !== null && nowMs >= this.#running.untilMs)
      void this.#end("drill-over", "server").catch(() => undefined);
  }

  /** With the server ends what it plays. */
  async close(): Promise<void> {
    if (this.#running !== null) await this.#end("server-ended", "server");
  }

  /** The devices are let go first: a drill never outlasts its end. */
  async #end(reason: string, who: string): Promise<void> {
    const over = this.#running;
    if (over === null) return;
    this.#running = null;
    this.#needs.play(null);
    const entry = { act: "drill-ended", who, subject: over.drill, detail: { reason } } as const;
    await this.#needs.audit.before(entry, () => Promise.resolve());
  }
}
