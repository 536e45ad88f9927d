import type { OverridePlace, RuleChanges } from "../../models/alarm/rules/overrides.ts";
import type { CommunityId, SessionId } from "../../models/ids.ts";
import type { Database } from "../store/open-store.ts";

/** A change of a rule at a place as it was made; `set` null takes away what was otherwise there. */
export interface RuleChange {
  readonly limit: string;
  readonly at: OverridePlace;
  readonly set: RuleChanges | null;
  readonly reason: string;
  /** By name. */
  readonly who: string;
  /** Community time. */
  readonly atMs: number;
}

export async function keepRuleChanges(
  db: Database,
  community: CommunityId,
  session: SessionId,
  changes: readonly RuleChange[],
): Promise<void> {
  // One by one: an import is rare, and a row binds few values.
  for (const { limit, at, set, reason, who, atMs } of changes) {
    const body = set === null ? null : JSON.stringify(set);
    const row = { community, rule: limit, place: JSON.stringify(at), changes: body, reason, who, session };
    // oxlint-disable-next-line no-await-in-loop
    await db
      .insertInto("rule_change")
      .values({ ...row, community_at_ms: Math.round(atMs) })
      .execute();
  }
}

/** All changes, the oldest first. */
export async function ruleChanges(db: Database, community: CommunityId): Promise<readonly RuleChange[]> {
  const rows = await db
    .selectFrom("rule_change")
    .selectAll()
    .where("community", "=", community)
    .orderBy("seq")
    .execute();
  return rows.map((row) => ({
    limit: row.rule,
    at: JSON.parse(row.place) as OverridePlace,
    set: row.changes === null ? null : (JSON.parse(row.changes) as RuleChanges),
    reason: row.reason,
    who: row.who,
    atMs: row.community_at_ms,
  }));
}
