import type { Database } from "../store/open-store.ts";
import type { Credential, CredentialUse } from "./access.ts";
import { hashOf, isSecret, keyOf, newSecret, type RandomBytes } from "./secret.ts";
import { keepToken, openTokens } from "./token-store.ts";

/** Names the ingest room gives to who has no token. */
const reservedNames = ["", "external"];

/** The bearer tokens of programs, kept as hashes. */
export class CredentialBook {
  readonly #db: Database;
  readonly #random: RandomBytes;
  readonly #byHash = new Map<string, Credential>();

  constructor(db: Database, random: RandomBytes) {
    this.#db = db;
    this.#random = random;
  }

  async load(): Promise<void> {
    for (const { hash, name, use } of await openTokens(this.#db))
      this.#byHash.set(keyOf(hash), { name, use });
  }

  find(token: string): Credential | null {
    return isSecret(token) ? (this.#byHash.get(keyOf(hashOf(token))) ?? null) : null;
  }

  /** Two programs never share a name: what one says of devices must not count as the other's word. */
  freeName(wished: string): string {
    const taken = new Set([...reservedNames, ...[...this.#byHash.values()].map(({ name }) => name)]);
    let name = wished;
    for (let count = 2; taken.has(name); count += 1) name = `${wished}-${count}`;
    return name;
  }

  /** A token that lasts; shown once, kept as its hash. @param tx the transaction its making is in. */
  async make(tx: Database, name: string, use: CredentialUse, nowMs: number): Promise<string> {
    const token = newSecret(this.#random);
    await keepToken(tx, { hash: hashOf(token), name, use }, nowMs);
    this.#byHash.set(keyOf(hashOf(token)), { name, use });
    return token;
  }

  /** A token for a program of this run alone; never written down. */
  lend(name: string, use: CredentialUse): string {
    const token = newSecret(this.#random);
    this.#byHash.set(keyOf(hashOf(token)), { name, use });
    return token;
  }
}
