import type { Person } from "../duty/person.ts";
import type { AlarmId } from "../ids.ts";
import type { Page, Selection } from "../view/view-state.ts";

/** What somebody in the control room looks at, and whether they hear alarms, as their desk tells it. */
export interface Look {
  readonly page: Page;
  readonly selection: Selection;
  /** The alarm whose form they have open; null for none. */
  readonly writingOn: AlarmId | null;
  /** Community time until which they muted the sounds of alarms, be it past; null for never. */
  readonly mutedUntilMs: number | null;
}

/** Somebody else who is here. */
export interface Colleague {
  /** A number of this run that stands for them; it is no id of their sign-in. */
  readonly number: number;
  readonly person: Person;
  readonly look: Look;
}

/** Who else is here: at most so many by name, and how many more. */
export interface Company {
  readonly colleagues: readonly Colleague[];
  readonly more: number;
}

export const nobodyElse: Company = { colleagues: [], more: 0 };

export const atTheMap: Look = {
  page: "map",
  selection: { kind: "none" },
  writingOn: null,
  mutedUntilMs: null,
};
