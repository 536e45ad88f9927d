/** What is asked of a measurement; a goal about a peer is about the same work in the same run. */
export type Goal =
  /** Ours alone, in its own unit. */
  | { readonly of: "ours"; readonly atMost: number }
  | { readonly of: "ours"; readonly atLeast: number }
  /** Ours divided by the peer's. */
  | { readonly of: "share"; readonly atMost: number }
  /** The peer's divided by ours. */
  | { readonly of: "gain"; readonly atLeast: number };

/** One line of a benchmark's table. */
export interface Comparison {
  /** E.g. `bytes per change, 50,000 points, 10 %`. */
  readonly what: string;
  readonly unit: string;
  /** null: ours could not do it. */
  readonly ours: number | null;
  readonly peer: string | null;
  /** null: there is no peer, or it could not do it; `note` says why. */
  readonly theirs: number | null;
  readonly goal: Goal | null;
  /** A rate and not a cost: its ratio is ours divided by the peer's. */
  readonly isRate?: true;
  readonly note?: string;
}

/** Ours divided by the peer's for a rate and where the goal asks for that, else the peer's divided by ours. */
export function ratioOf({ ours, theirs, goal, isRate }: Comparison): number | null {
  if (ours === null || theirs === null) return null;
  const [above, below] = isRate === true || goal?.of === "share" ? [ours, theirs] : [theirs, ours];
  return below === 0 ? null : above / below;
}

/** null where nothing was asked, or nothing can be said. */
export function isMet(comparison: Comparison): boolean | null {
  const { goal, ours } = comparison;
  if (goal === null) return null;
  if (ours === null) return false;
  const measured = goal.of === "ours" ? ours : ratioOf(comparison);
  if (measured === null) return null;
  return "atMost" in goal ? measured <= goal.atMost : measured >= goal.atLeast;
}
