import { createHash } from "node:crypto";
import { Audit } from "../../../server/audit/audit.ts";
import { PersonalReads } from "../../../server/audit/personal-reads.ts";
import { Refusals } from "../../../server/audit/refusals.ts";
import { Doorkeeper } from "../../../server/access/doorkeeper.ts";
import type { RandomBytes } from "../../../server/access/secret.ts";
import { openStore, type Store } from "../../../server/store/open-store.ts";
import { dwellingId } from "../../../models/ids.ts";

/** Bytes nobody could tell from chance, the same in every run. */
export function seededBytes(seed: string): RandomBytes {
  let count = 0;
  return (size) => createHash("sha512").update(`${seed} ${count++}`).digest().subarray(0, size);
}

/** A clock that goes only when told to. */
export class TestClock {
  nowMs = Date.UTC(2026, 10, 23, 8);
  readonly now = (): number => this.nowMs;
}

export const home = dwellingId("B-5-1-1201");

export interface Door {
  readonly store: Store;
  readonly clock: TestClock;
  readonly audit: Audit;
  readonly reads: PersonalReads;
  readonly refusals: Refusals;
  readonly access: Doorkeeper;
}

/** A doorkeeper over a store of its own. */
export async function openDoor(
  file = ":memory:",
  clock = new TestClock(),
  alwaysSecure = false,
): Promise<Door> {
  const store = await openStore(file, { nowMs: clock.now, onTrouble: () => undefined });
  const audit = new Audit(store.db, store.installation, null, {
    nowMs: clock.now,
    communityNowMs: clock.now,
    log: () => undefined,
  });
  await audit.begin();
  const access = new Doorkeeper(
    store.db,
    audit,
    { nowMs: clock.now, random: seededBytes(`${file} ${store.run}`) },
    {
      cookie: { installation: store.installation, alwaysSecure },
      linkBase: () => "http://127.0.0.1:4870",
      residentHome: home,
    },
  );
  await access.load();
  const reads = new PersonalReads(audit, clock.now);
  return { store, clock, audit, reads, refusals: new Refusals(audit, clock.now), access };
}

export const secretOf = (link: string): string => link.slice(link.lastIndexOf("/") + 1);

/** Enters by a fresh link. @returns the `Cookie` header of the new session. */
export async function enter(
  { access }: Door,
  duty: Parameters<Doorkeeper["makeLink"]>[0],
  earlier?: string,
): Promise<string> {
  const entry = await access.enter(secretOf(await access.makeLink(duty)), earlier, "127.0.0.1");
  if (!entry.ok) throw new Error(`not let in: ${entry.why}`);
  return access.sessionCookie(entry, false).split(";")[0] ?? "";
}
