import type { CommandRecord, CommandRequest } from "../../models/command/command.ts";
import type { Duty } from "../../models/duty/duty.ts";
import { commandId, pointId, type DeviceId, type PointId, type PropertyId } from "../../models/ids.ts";
import { signal, type Signal } from "../../models/signal.ts";
import type { CommandLine } from "../link/command-line.ts";
import { standingAfter, type Standing } from "./standing.ts";

export interface CommandBookDoor {
  readonly line: Pick<CommandLine, "ask" | "onSteps">;
  readonly duty: Duty;
  /** Community time. */
  readonly nowMs: () => number;
  /** A UUID nobody else makes. */
  readonly newId: () => string;
}

type Latest = ReadonlyMap<PointId, Standing>;

/** The commands of each point, as far as this person may know: what is desired, beside what is reported. */
export class CommandBook {
  readonly #door: CommandBookDoor;
  readonly #latest = signal<Latest>(new Map());

  constructor(door: CommandBookDoor) {
    this.#door = door;
    door.line.onSteps((records, whole) => this.#take(records, whole));
  }

  get latest(): Signal<Latest> {
    return this.#latest;
  }

  /** Asks for it; nothing on the map changes until the device says so. */
  issue(device: DeviceId, property: PropertyId, value: number | string): void {
    const request: CommandRequest = { id: commandId(this.#door.newId()), device, property, value };
    const nowMs = this.#door.nowMs();
    const asked: CommandRecord = {
      ...request,
      state: "asked",
      reason: null,
      by: this.#door.duty,
      askedAtMs: nowMs,
      changedAtMs: nowMs,
    };
    this.#show(asked);
    this.#door.line.ask(request, (answer) => {
      if (answer?.ok === true) return this.#answered(answer.value);
      // Cut off before the answer: it may or may not have been done, and the device will tell.
      const state = answer === null ? "unknown" : "refused";
      this.#answered({ ...asked, state, changedAtMs: this.#door.nowMs() });
    });
  }

  /** A step that came meanwhile says more than the answer does. */
  #answered(record: CommandRecord): void {
    const { desired, beside } = this.#latest.get().get(pointId(record.device, record.property)) ?? {};
    const before = [desired, beside].find((each) => each?.id === record.id);
    if (before?.state === "asked") this.#show(record);
  }

  /** Steps come in their order. */
  #take(records: readonly CommandRecord[], whole: boolean): void {
    const latest = new Map(whole ? [] : this.#latest.get());
    for (const record of records) {
      const point = pointId(record.device, record.property);
      latest.set(point, standingAfter(latest.get(point), record));
    }
    this.#latest.set(latest);
  }

  #show(record: CommandRecord): void {
    this.#take([record], false);
  }
}
