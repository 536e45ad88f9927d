import type { SessionId } from "../../models/ids.ts";
import type { Authority } from "../../models/duty/duty.ts";
import { keyOf } from "./secret.ts";
import type { Session } from "./session-store.ts";

export type SessionListener = (session: SessionId, authority: Authority | null) => void;

/** The sessions that are open, in memory, so that a store that is down or slow keeps nobody out. */
export class SessionBook {
  readonly #byHash = new Map<string, Session>();
  readonly #byId = new Map<SessionId, Session>();
  readonly #listeners = new Set<SessionListener>();

  get size(): number {
    return this.#byId.size;
  }

  add(session: Session): void {
    this.#byHash.set(keyOf(session.hash), session);
    this.#byId.set(session.session, session);
  }

  /** Null when nobody's, or its time is over. */
  byHash(hash: Uint8Array, nowMs: number): Session | null {
    const session = this.#byHash.get(keyOf(hash));
    return session === undefined || session.expiresAtMs <= nowMs ? null : session;
  }

  byId(id: SessionId): Session | undefined {
    return this.#byId.get(id);
  }

  all(): Session[] {
    return [...this.#byId.values()];
  }

  /** Sessions whose time is over. */
  due(nowMs: number): Session[] {
    return this.all().filter((session) => session.expiresAtMs <= nowMs);
  }

  remove(session: Session): void {
    if (!this.#byId.delete(session.session)) return;
    this.#byHash.delete(keyOf(session.hash));
    for (const listener of this.#listeners) listener(session.session, null);
  }

  change(session: Session, authority: Authority): void {
    this.add({ ...session, authority });
    for (const listener of this.#listeners) listener(session.session, authority);
  }

  onChange(listener: SessionListener): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }
}
