import type { WaitingRow } from "./tray-store.ts";

/** Whether a row of the tray may leave it: its point holds it or a newer one, it is left out knowingly, or neither. */
export type Claim = "taken" | "left-out" | "waits";

export interface HandoverPlan {
  /** Rows of these devices as they are kept, after a row in their order, so many at most; none: there are no more. */
  readonly waiting: (
    devices: readonly string[],
    after: WaitingRow | null,
    most: number,
  ) => Promise<readonly WaitingRow[]>;
  /** Gives a row's value to its point, where it is known now. */
  readonly claim: (row: WaitingRow) => Claim;
  /** Resolves once whatever was claimed so far will outlive us. @throws when the store does. */
  readonly settled: () => Promise<void>;
  /** Takes rows out of the tray, unless something newer was said there since. */
  readonly leave: (devices: readonly string[], rows: readonly WaitingRow[]) => Promise<void>;
  readonly now: () => number;
}

const devicesAtOnce = 200;
const rowsAtOnce = 1_000;
const never = Number.NEGATIVE_INFINITY;

/**
 * What waited in the tray was acknowledged, so it leaves only for its point: it is handed to it, kept there, and then
 * taken out. What is still of no point stays. A store that fails is asked again with the next flush.
 */
export class Handover {
  readonly #plan: HandoverPlan;
  /** Devices to look after, and until when (community time) their own descriptions are settled. */
  #due = new Map<string, number>();
  #working: Promise<void> | null = null;

  constructor(plan: HandoverPlan) {
    this.#plan = plan;
  }

  /** Points of a device are known now; `described`: by what it just said of itself. */
  begin(device: string, described: boolean): void {
    const untilMs = described ? this.#plan.now() : never;
    this.#due.set(device, Math.max(untilMs, this.#due.get(device) ?? never));
    this.flush().catch(() => undefined);
  }

  /** Resolves once all that is due was looked after. @throws when the store does; nothing is lost by that. */
  flush(): Promise<void> {
    this.#working ??= this.#work().finally(() => {
      this.#working = null;
    });
    return this.#working;
  }

  async #work(): Promise<void> {
    // Those who are described together are looked after together.
    await Promise.resolve();
    while (this.#due.size > 0) {
      const due = new Map([...this.#due].slice(0, devicesAtOnce));
      for (const device of due.keys()) this.#due.delete(device);
      try {
        await this.#handOver(due);
      } catch (error) {
        for (const [device, untilMs] of due)
          this.#due.set(device, Math.max(untilMs, this.#due.get(device) ?? never));
        throw error;
      }
    }
  }

  async #handOver(due: ReadonlyMap<string, number>): Promise<void> {
    const { waiting, claim, settled, leave } = this.#plan;
    const devices = [...due.keys()];
    let last: WaitingRow | null = null;
    for (;;) {
      const rows: readonly WaitingRow[] = await waiting(devices, last, rowsAtOnce);
      const leaving = rows.filter((row) =>
        // A description said in the same millisecond may be the later one.
        row.property === "" ? row.lastMs < (due.get(row.device) ?? never) : claim(row) !== "waits",
      );
      if (rows.length > 0) {
        await settled();
        await leave(devices, leaving);
      }
      last = rows.at(-1) ?? null;
      if (rows.length < rowsAtOnce) return;
    }
  }
}
