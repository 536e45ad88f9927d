import type { DwellingId } from "../ids.ts";
import type { Text } from "../language/text.ts";
import { text } from "../language/text.ts";

/** What a person is here to do; it decides what of the twin they may see. */
export const duties = [
  "operator",
  "supervisor",
  "wall",
  "planner",
  "presenter",
  "administrator",
  "auditor",
  "resident",
  "public",
] as const;
export type Duty = (typeof duties)[number];

/** A duty with what it is held for: a resident belongs to one home. */
export interface Authority {
  readonly duty: Duty;
  /** The home of a resident; null for every other duty. */
  readonly dwelling: DwellingId | null;
}

export const anyone: Authority = { duty: "public", dwelling: null };

export const dutyNames: Readonly<Record<Duty, Text>> = {
  operator: text("值班员", "Operator"),
  supervisor: text("值班长", "Supervisor"),
  wall: text("大屏", "Wall"),
  planner: text("规划师", "Planner"),
  presenter: text("讲解员", "Presenter"),
  administrator: text("管理员", "Administrator"),
  auditor: text("审计员", "Auditor"),
  resident: text("居民", "Resident"),
  public: text("公众", "Public"),
};

export const desks = [
  "operator",
  "wall",
  "planner",
  "presenter",
  "resident",
  "administrator",
  "auditor",
] as const;
export type Desk = (typeof desks)[number];

/** Which desk opens for a duty. */
export const deskOf: Readonly<Record<Duty, Desk>> = {
  operator: "operator",
  supervisor: "operator",
  wall: "wall",
  planner: "planner",
  presenter: "presenter",
  administrator: "administrator",
  auditor: "auditor",
  resident: "resident",
  public: "resident",
};
