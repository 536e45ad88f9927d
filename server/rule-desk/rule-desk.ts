import { overrideKey, placeText, type AskedOverride } from "../../models/alarm/rules/override-file.ts";
import type { OverridePlace, RuleOverride } from "../../models/alarm/rules/overrides.ts";
import type { CommunityId, SessionId } from "../../models/ids.ts";
import type { Audit } from "../audit/audit.ts";
import type { TrailEntry } from "../audit/entry.ts";
import type { Database } from "../store/open-store.ts";
import { keepRuleChanges, ruleChanges, type RuleChange } from "./rule-store.ts";

export interface RuleDeskNeeds {
  readonly db: Database;
  readonly community: CommunityId;
  readonly audit: Pick<Audit, "transaction">;
  /** Community time. */
  readonly nowMs: () => number;
  /** Has the twin watch by these from now on, in place of all before. */
  readonly apply: (overrides: readonly RuleOverride[]) => void;
}

/** Who changes a rule: by session for the trail, by name for whoever reads the rule. */
export interface RuleMaker {
  readonly session: SessionId;
  readonly name: string;
}

/** What of the alarm rules is otherwise for places: kept as changes, told as what holds. The law is `SPEC.md`. */
export class RuleDesk {
  readonly #needs: RuleDeskNeeds;
  #holds: ReadonlyMap<string, RuleOverride> = new Map();
  /** One change after the other, so that each sees what the one before made. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(needs: RuleDeskNeeds) {
    this.#needs = needs;
  }

  /** What earlier runs left; to be called before any device is known. */
  async load(): Promise<void> {
    this.#take(await this.history());
  }

  /** What holds now. */
  get overrides(): readonly RuleOverride[] {
    return [...this.#holds.values()];
  }

  /** Every change there ever was, the oldest first. */
  history(): Promise<readonly RuleChange[]> {
    return ruleChanges(this.#needs.db, this.#needs.community);
  }

  /** @throws when it could not be written down; nothing is otherwise then. */
  set(asked: AskedOverride, by: RuleMaker): Promise<void> {
    return this.#inTurn(() => this.#change([this.#changeOf(asked, asked.set, asked.reason, by)], by));
  }

  /** @returns false when nothing is otherwise there. */
  remove(of: { limit: string; at: OverridePlace }, reason: string, by: RuleMaker): Promise<boolean> {
    return this.#inTurn(async () => {
      if (!this.#holds.has(overrideKey(of))) return false;
      await this.#change([this.#changeOf(of, null, reason, by)], by);
      return true;
    });
  }

  /** Has exactly these hold. @returns how many changes that took. */
  replaceAll(asked: readonly AskedOverride[], reason: string, by: RuleMaker): Promise<number> {
    return this.#inTurn(async () => {
      const wanted = new Map(asked.map((each) => [overrideKey(each), each]));
      const gone = [...this.#holds].filter(([key]) => !wanted.has(key));
      const others = [...wanted].filter(([key, each]) => !isSame(this.#holds.get(key), each));
      const changes = [
        ...gone.map(([, override]) => this.#changeOf(override, null, reason, by)),
        ...others.map(([, each]) => this.#changeOf(each, each.set, each.reason, by)),
      ];
      if (changes.length > 0) await this.#change(changes, by);
      return changes.length;
    });
  }

  #inTurn<Result>(act: () => Promise<Result>): Promise<Result> {
    const turn = this.#last.then(act, act);
    // The next one takes its turn whatever became of this one, which its own asker is told.
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  #changeOf(
    { limit, at }: { readonly limit: string; readonly at: OverridePlace },
    set: RuleChange["set"],
    reason: string,
    { name }: RuleMaker,
  ): RuleChange {
    return { limit, at, set, reason, who: name, atMs: this.#needs.nowMs() };
  }

  async #change(changes: readonly RuleChange[], { session }: RuleMaker): Promise<void> {
    const { audit, community } = this.#needs;
    await audit.transaction(async (tx, append) => {
      // oxlint-disable-next-line no-await-in-loop
      for (const change of changes) await append(entryOf(change, session));
      await keepRuleChanges(tx, community, session, changes);
    });
    this.#take(changes);
  }

  #take(changes: readonly RuleChange[]): void {
    const holds = new Map(this.#holds);
    for (const { set, ...change } of changes) {
      if (set === null) holds.delete(overrideKey(change));
      else holds.set(overrideKey(change), { ...change, set });
    }
    this.#holds = holds;
    this.#needs.apply(this.overrides);
  }
}

const isSame = (held: RuleOverride | undefined, asked: AskedOverride): boolean =>
  held !== undefined &&
  held.reason === asked.reason &&
  JSON.stringify(held.set) === JSON.stringify(asked.set);

function entryOf({ limit, at, set, reason }: RuleChange, who: SessionId): TrailEntry {
  const detail = { place: placeText(at), reason, ...(set !== null && { set: JSON.stringify(set) }) };
  return { act: set === null ? "rule-restored" : "rule-changed", who, subject: limit, detail };
}
