import type { DwellingId, SessionId } from "../../models/ids.ts";
import { hours, minutes } from "../../models/quantity.ts";
import type { Audit } from "./audit.ts";

/** Why somebody reads what is of a home. */
export type ReadPurpose =
  /** One's own home, at one's own desk. */
  | "own-home"
  /** An alarm that somebody has to come for. */
  | "alarm";

/** One entry stands for all reading of a home by a session, on a purpose, within an hour. */
const readCoveredMs = 1 * hours;
/** Whoever goes on reading is written down again so long before. */
const renewedBeforeMs = 5 * minutes;
const mostRemembered = 50_000;

/** Reads of personal points: in the trail before they are done, once an hour for whoever goes on reading. */
export class PersonalReads {
  readonly #audit: Pick<Audit, "before">;
  readonly #monotonicMs: () => number;
  /** When each reading was written down; in that order. */
  readonly #sinceMs = new Map<string, number>();
  readonly #underWay = new Map<string, Promise<void>>();

  constructor(audit: Pick<Audit, "before">, monotonicMs: () => number) {
    this.#audit = audit;
    this.#monotonicMs = monotonicMs;
  }

  /** Whether the trail already tells of what is read now. */
  covers(reader: SessionId, home: DwellingId, purpose: ReadPurpose): boolean {
    return this.#leftMs(keyOf(reader, home, purpose)) > 0;
  }

  /** Writes the reading down unless the trail tells of it already. @throws when it cannot: then nothing may be read. */
  async cover(reader: SessionId, home: DwellingId, purpose: ReadPurpose): Promise<void> {
    const key = keyOf(reader, home, purpose);
    if (this.#leftMs(key) > renewedBeforeMs) return;
    const known = this.#underWay.get(key);
    const writing = known ?? this.#write(key, reader, home, purpose);
    if (known === undefined) this.#underWay.set(key, writing);
    await writing;
  }

  async #write(key: string, reader: SessionId, home: DwellingId, purpose: ReadPurpose): Promise<void> {
    const entry = { act: "personal-read", who: reader, subject: home, detail: { purpose } } as const;
    try {
      await this.#audit.before(entry, () => Promise.resolve());
      this.#sinceMs.delete(key);
      this.#sinceMs.set(key, this.#monotonicMs());
      this.#forgetOld();
    } finally {
      this.#underWay.delete(key);
    }
  }

  #leftMs(key: string): number {
    const sinceMs = this.#sinceMs.get(key);
    return sinceMs === undefined ? 0 : sinceMs + readCoveredMs - this.#monotonicMs();
  }

  #forgetOld(): void {
    for (const key of this.#sinceMs.keys()) {
      if (this.#leftMs(key) > 0 && this.#sinceMs.size <= mostRemembered) return;
      this.#sinceMs.delete(key);
    }
  }
}

const keyOf = (reader: SessionId, home: DwellingId, purpose: ReadPurpose): string =>
  `${reader} ${purpose} ${home}`;
