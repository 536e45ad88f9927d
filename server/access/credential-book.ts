import type { Database } from "../store/open-store.ts";
import type { Credential, CredentialUse } from "./access.ts";
import { hashOf, isSecret, keyOf, newSecret, type RandomBytes } from "./secret.ts";
import { endToken, keepToken, openTokens, type KeptToken } from "./token-store.ts";

/** Names the ingest room gives to who has no token. */
const reservedNames = ["", "external"];

/** A token as whoever keeps the data folder may know it: never the token itself. */
export type ListedToken = Omit<KeptToken, "hash">;

/** The bearer tokens of programs, kept as hashes. */
export class CredentialBook {
  readonly #db: Database;
  readonly #random: RandomBytes;
  readonly #nowMs: () => number;
  readonly #kept = new Map<string, KeptToken>();
  readonly #lent = new Map<string, Credential>();

  constructor(db: Database, random: RandomBytes, nowMs: () => number) {
    this.#db = db;
    this.#random = random;
    this.#nowMs = nowMs;
  }

  async load(): Promise<void> {
    for (const token of await openTokens(this.#db, this.#nowMs())) this.#kept.set(keyOf(token.hash), token);
  }

  find(token: string): Credential | null {
    if (!isSecret(token)) return null;
    const key = keyOf(hashOf(token));
    const found = this.#lent.get(key) ?? this.#open(key);
    return found && { name: found.name, use: found.use };
  }

  #open(key: string): KeptToken | null {
    const token = this.#kept.get(key);
    if (token === undefined) return null;
    if (token.endsAtMs === null || token.endsAtMs > this.#nowMs()) return token;
    this.#kept.delete(key);
    return null;
  }

  /** Those that are open and last, the oldest first. */
  list(): readonly ListedToken[] {
    return this.#all().map(({ name, use, madeAtMs, endsAtMs }) => ({ name, use, madeAtMs, endsAtMs }));
  }

  #all(): readonly KeptToken[] {
    const open = [...this.#kept.keys()].flatMap((key) => this.#open(key) ?? []);
    return open.toSorted((a, b) => a.madeAtMs - b.madeAtMs);
  }

  /** Two programs never share a name: what one says of devices must not count as the other's word. */
  freeName(wished: string): string {
    const used = [...this.#all(), ...this.#lent.values()].map(({ name }) => name);
    const taken = new Set([...reservedNames, ...used]);
    let name = wished;
    for (let count = 2; taken.has(name); count += 1) name = `${wished}-${count}`;
    return name;
  }

  /** A token that outlives this run; shown once, kept as its hash. @param tx the transaction its making is in. */
  async make(tx: Database, name: string, use: CredentialUse, endsAtMs: number | null): Promise<string> {
    const token = newSecret(this.#random);
    const kept: KeptToken = { hash: hashOf(token), name, use, madeAtMs: this.#nowMs(), endsAtMs };
    await keepToken(tx, kept);
    this.#kept.set(keyOf(kept.hash), kept);
    return token;
  }

  /** The open token of a name; null when there is none. */
  named(name: string): KeptToken | null {
    return this.#all().find((token) => token.name === name) ?? null;
  }

  /** @param tx the transaction its ending is in. */
  async end(tx: Database, { hash }: KeptToken): Promise<void> {
    await endToken(tx, hash, this.#nowMs());
    this.#kept.delete(keyOf(hash));
  }

  /** A token for a program of this run alone; never written down. */
  lend(name: string, use: CredentialUse): string {
    const token = newSecret(this.#random);
    this.#lent.set(keyOf(hashOf(token)), { name, use });
    return token;
  }
}
