import { days } from "../../models/quantity.ts";
import type { DwellingId, SessionId } from "../../models/ids.ts";
import type { Authority, Duty } from "../../models/duty/duty.ts";
import type { Audit } from "../audit/audit.ts";
import type { TrailEntry } from "../audit/entry.ts";
import type { Database } from "../store/open-store.ts";
import type { Access, Credential, CredentialUse, SignedIn } from "./access.ts";
import { CredentialBook, type ListedToken } from "./credential-book.ts";
import { Entrance, type Entered, type Entry } from "./entrance.ts";
import { dropLinksBefore } from "./link-store.ts";
import { hashOf, isSecret, type RandomBytes } from "./secret.ts";
import { SessionBook, type SessionListener } from "./session-book.ts";
import { secretIn, setCookie, type SessionCookie } from "./session-cookie.ts";
import * as kept from "./session-store.ts";

export interface DoorkeeperDoor {
  /** Wall time, which decides every limit. */
  readonly nowMs: () => number;
  readonly random: RandomBytes;
}

export interface DoorkeeperPlan {
  readonly cookie: SessionCookie;
  /** Address people use, without a slash at the end; known once the server listens. */
  readonly linkBase: () => string;
  /** The home a resident link signs in to; null when the community has none. */
  readonly residentHome: DwellingId | null;
}

/** A token as it is shown once, and the name it can be ended by. */
export interface MadeToken {
  readonly token: string;
  readonly name: string;
}

const endedKeptMs = 30 * days;

/** Decides who somebody is: one-time links, sessions, tokens of programs; the trail is written before it acts. */
export class Doorkeeper implements Access {
  readonly #db: Database;
  readonly #door: DoorkeeperDoor;
  readonly #plan: DoorkeeperPlan;
  readonly #audit: Audit;
  readonly #entrance: Entrance;
  readonly #sessions = new SessionBook();
  readonly #credentials: CredentialBook;
  /** Sessions that have ended, but not on the disk yet. */
  readonly #unwritten = new Map<SessionId, { reason: kept.EndReason; who: string; atMs: number }>();

  constructor(db: Database, audit: Audit, door: DoorkeeperDoor, plan: DoorkeeperPlan) {
    this.#db = db;
    this.#door = door;
    this.#plan = plan;
    this.#audit = audit;
    this.#entrance = new Entrance({
      ...{ ...door, audit, residentHome: plan.residentHome },
      namesOf: (duty) => this.#namesOf(duty),
    });
    this.#credentials = new CredentialBook(db, door.random, door.nowMs);
  }

  async load(): Promise<void> {
    for (const session of await kept.openSessions(this.#db)) this.#sessions.add(session);
    await this.#credentials.load();
    await this.expireDue();
  }

  signedIn(cookieHeader: string | undefined): Promise<SignedIn | null> {
    const session = this.sessionIn(cookieHeader);
    return Promise.resolve(
      session && { session: session.session, authority: session.authority, name: session.name },
    );
  }

  credential(bearerToken: string): Promise<Credential | null> {
    return Promise.resolve(this.#credentials.find(bearerToken));
  }

  onChange(listener: SessionListener): () => void {
    return this.#sessions.onChange(listener);
  }

  /** The open session behind a `Cookie` header. */
  sessionIn(cookieHeader: string | undefined): kept.Session | null {
    const secret = secretIn(this.#plan.cookie, cookieHeader);
    if (secret === null || !isSecret(secret)) return null;
    return this.#sessions.byHash(hashOf(secret), this.#door.nowMs());
  }

  /** `Set-Cookie` for somebody who was let in; `tls`: whether this very request came by TLS. */
  sessionCookie({ secret, session }: Entered, tls: boolean): string {
    const { cookie } = this.#plan;
    const lastsS = (session.expiresAtMs - this.#door.nowMs()) / 1000;
    return setCookie(cookie, secret, lastsS, tls || cookie.alwaysSecure);
  }

  /** `Set-Cookie` that takes the session's cookie away. */
  goneCookie(tls: boolean): string {
    const { cookie } = this.#plan;
    return setCookie(cookie, "", 0, tls || cookie.alwaysSecure);
  }

  get openSessions(): readonly kept.Session[] {
    return this.#sessions.all();
  }

  /** @param name whom it is for; null lets whoever comes be called by a number. */
  async makeLink(duty: Duty, who = "server", name: string | null = null): Promise<string> {
    return `${this.#plan.linkBase()}/enter/${await this.#entrance.makeLink(duty, who, name)}`;
  }

  #namesOf(duty: Duty): ReadonlySet<string> {
    const here = this.#sessions.all().filter(({ authority }) => authority.duty === duty);
    return new Set(here.map(({ name }) => name));
  }

  /** Exchanges a one-time link for a session; an earlier session of the same browser ends. */
  async enter(secret: string, cookieHeader: string | undefined, address: string): Promise<Entry> {
    const earlier = this.sessionIn(cookieHeader);
    const entry = await this.#entrance.enter(secret, earlier, address);
    if (!entry.ok) return entry;
    if (earlier !== null) this.#sessions.remove(earlier);
    this.#sessions.add(entry.session);
    return entry;
  }

  /** @returns false when there is no such session. @throws when it could not be written down; it has ended all the same. */
  async end(id: SessionId, reason: kept.EndReason, who: string): Promise<boolean> {
    const session = this.#sessions.byId(id);
    if (session === undefined) return false;
    // Out of the book first: whatever the disk says, nobody goes on under an ended session.
    this.#sessions.remove(session);
    this.#unwritten.set(id, { reason, who, atMs: this.#door.nowMs() });
    await this.#writeEnd(id);
    return true;
  }

  async #writeEnd(id: SessionId): Promise<void> {
    const ending = this.#unwritten.get(id);
    if (ending === undefined) return;
    const { reason, who, atMs } = ending;
    const entry: TrailEntry = { act: "session-ended", who, subject: id, detail: { reason } };
    await this.#audit.before(entry, (tx) => kept.endSession(tx, id, atMs, reason));
    this.#unwritten.delete(id);
  }

  /** @returns false when there is no such session. */
  async changeDuty(id: SessionId, authority: Authority, who: string): Promise<boolean> {
    const session = this.#sessions.byId(id);
    if (session === undefined) return false;
    const detail = { from: session.authority.duty, to: authority.duty };
    const entry: TrailEntry = { act: "duty-changed", who, subject: id, detail };
    await this.#audit.before(entry, (tx) => kept.changeAuthority(tx, id, authority));
    // It may have ended while the trail was being written.
    if (this.#sessions.byId(id) === undefined) return false;
    this.#sessions.change(session, authority);
    return true;
  }

  /**
   * @param wished the program's name; a number is added when it is taken.
   * @param lastsMs how long it is good for; null until somebody ends it.
   */
  async makeToken(
    use: CredentialUse,
    wished: string,
    who: string,
    lastsMs: number | null = null,
  ): Promise<MadeToken> {
    const name = this.#credentials.freeName(wished);
    const endsAtMs = lastsMs === null ? null : this.#door.nowMs() + lastsMs;
    const until = endsAtMs === null ? {} : { until: new Date(endsAtMs).toISOString() };
    const entry: TrailEntry = { act: "token-made", who, subject: name, detail: { use, ...until } };
    const token = await this.#audit.before(entry, (tx) => this.#credentials.make(tx, name, use, endsAtMs));
    return { token, name };
  }

  get openTokens(): readonly ListedToken[] {
    return this.#credentials.list();
  }

  /** From now on nobody is let in by the token of this name. @returns false when there is none. */
  async endToken(name: string, who: string): Promise<boolean> {
    const token = this.#credentials.named(name);
    if (token === null) return false;
    const entry: TrailEntry = { act: "token-ended", who, subject: name, detail: { use: token.use } };
    await this.#audit.before(entry, (tx) => this.#credentials.end(tx, token));
    return true;
  }

  /** A token for a program of this run alone. */
  lendToken(name: string, use: CredentialUse): string {
    return this.#credentials.lend(name, use);
  }

  /** Ends the sessions whose time is over, and writes down the endings that could not be; called every second or so. */
  async expireDue(): Promise<void> {
    const before = [...this.#unwritten.keys()].map((id) => this.#writeEnd(id));
    const due = this.#sessions.due(this.#door.nowMs());
    await Promise.all([...before, ...due.map(({ session }) => this.end(session, "expired", "server"))]);
  }

  /** Forgets what has been kept long enough; to be called about once a day. */
  async tidy(): Promise<void> {
    const nowMs = this.#door.nowMs();
    await dropLinksBefore(this.#db, nowMs - endedKeptMs);
    await kept.dropSessionsBefore(this.#db, nowMs - endedKeptMs);
  }
}
