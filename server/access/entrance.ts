import { days, hours } from "../../models/quantity.ts";
import { sessionId, type DwellingId } from "../../models/ids.ts";
import type { Duty } from "../../models/duty/duty.ts";
import type { Audit } from "../audit/audit.ts";
import type { Append } from "../audit/entry.ts";
import type { Database } from "../store/open-store.ts";
import { addressGroup } from "./address-group.ts";
import { GuessLimit } from "./guess-limit.ts";
import { keepLink, takeLink } from "./link-store.ts";
import { hashOf, newName, newSecret, type RandomBytes } from "./secret.ts";
import { endSession, keepSession, type Session } from "./session-store.ts";

export interface Entered {
  readonly ok: true;
  /** What the cookie carries; known to nobody else. */
  readonly secret: string;
  readonly session: Session;
}
export type Entry =
  | Entered
  | { readonly ok: false; readonly why: "unknown" | "used" | "expired" }
  | { readonly ok: false; readonly why: "wait"; readonly waitMs: number };

export interface EntranceNeeds {
  readonly audit: Audit;
  /** Wall time. */
  readonly nowMs: () => number;
  readonly random: RandomBytes;
  /** The home a resident link signs in to; null when the community has none. */
  readonly residentHome: DwellingId | null;
  /** Names of those who are here with a duty. */
  readonly namesOf: (duty: Duty) => ReadonlySet<string>;
}

const linkLastsMs = 24 * hours;
const staffSessionMs = 12 * hours;
const residentSessionMs = 30 * days;
/** Nobody stands at a wall to sign in again; an administrator can end it. */
const wallSessionMs = 365 * days;

function sessionLength(duty: Duty): number {
  if (duty === "wall") return wallSessionMs;
  return duty === "resident" || duty === "public" ? residentSessionMs : staffSessionMs;
}

/** One-time links: made, and exchanged for a session once. */
export class Entrance {
  readonly #needs: EntranceNeeds;
  readonly #guesses = new GuessLimit();

  constructor(needs: EntranceNeeds) {
    this.#needs = needs;
  }

  /** @returns the secret of a new link. */
  async makeLink(duty: Duty, who: string, name: string | null): Promise<string> {
    const { nowMs, random, audit } = this.#needs;
    const secret = newSecret(random);
    const link = { hash: hashOf(secret), duty, name, madeAtMs: nowMs(), expiresAtMs: nowMs() + linkLastsMs };
    const detail = name === null ? {} : { name };
    await audit.before({ act: "link-made", who, subject: duty, detail }, (tx) => keepLink(tx, link));
    return secret;
  }

  /** @param earlier the session this browser has now, which ends. */
  async enter(secret: string, earlier: Session | null, address: string): Promise<Entry> {
    const asker = addressGroup(address);
    const nowMs = this.#needs.nowMs();
    const waitMs = this.#guesses.waitMs(asker, nowMs);
    if (waitMs > 0) return { ok: false, why: "wait", waitMs };
    const entry = await this.#needs.audit.transaction((tx, append) =>
      this.#exchange(tx, append, secret, asker, nowMs, earlier),
    );
    if (entry.ok) this.#guesses.right(asker);
    else this.#guesses.wrong(asker, nowMs);
    return entry;
  }

  async #exchange(
    tx: Database,
    append: Append,
    secret: string,
    asker: string,
    nowMs: number,
    earlier: Session | null,
  ): Promise<Entry> {
    const { random, residentHome } = this.#needs;
    const taken = await takeLink(tx, hashOf(secret), nowMs);
    if ("refused" in taken) {
      const detail = { address: asker, reason: taken.refused };
      await append({ act: "refused", who: "", subject: "link", detail });
      return { ok: false, why: taken.refused };
    }
    const { duty } = taken;
    const name = taken.name ?? firstNumber(this.#needs.namesOf(duty));
    const cookieSecret = newSecret(random);
    const session: Session = {
      session: sessionId(newName(random)),
      hash: hashOf(cookieSecret),
      authority: { duty, dwelling: duty === "resident" ? residentHome : null },
      name,
      beganAtMs: nowMs,
      expiresAtMs: nowMs + sessionLength(duty),
    };
    const who = session.session;
    await append({ act: "signed-in", who, subject: who, detail: { duty, name, address: asker } });
    await keepSession(tx, session);
    if (earlier !== null) {
      const detail = { reason: "replaced" };
      await append({ act: "session-ended", who, subject: earlier.session, detail });
      await endSession(tx, earlier.session, nowMs, "replaced");
    }
    return { ok: true, secret: cookieSecret, session };
  }
}

/** The smallest number nobody goes by. */
function firstNumber(taken: ReadonlySet<string>): string {
  let number = 1;
  while (taken.has(String(number))) number += 1;
  return String(number);
}
