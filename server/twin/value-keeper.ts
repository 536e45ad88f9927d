import type { CommunityId, PointId } from "../../models/ids.ts";
import { pointId } from "../../models/ids.ts";
import type { Database } from "../store/open-store.ts";
import { IndexSet } from "./index-set.ts";
import type { TwinReader } from "./twin-reader.ts";
import { pointsPerPage, ValuePages, type KeptValue, type StoredPage } from "./value-pages.ts";
import { appendValues, replaceJournal, storedChanges, storedPages } from "./value-store.ts";

const usualJournalBytes = 4_194_304;

interface Waiter {
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

export interface ValueKeeperPlan {
  readonly twin: TwinReader;
  readonly db: Database;
  readonly community: CommunityId;
  /** Whether every reading that was accepted is in the twin, none waiting outside for its turn. */
  readonly isDrained: () => boolean;
  /** A journal longer than this is folded into the pages. */
  readonly journalBytes?: number;
}

/**
 * Keeps the last value of every point on disk. Changes are gathered and written together: at once for somebody who
 * waits, with all that came until then. A restart finds for each point the value of the last write or a newer one.
 */
export class ValueKeeper {
  readonly #plan: ValueKeeperPlan;
  readonly #pages = new ValuePages();
  readonly #changed = new IndexSet();
  /** By point index, its slot in the pages plus one; 0 while not looked up. */
  #slots = new Uint32Array(0);
  #waiters: Waiter[] = [];
  #due: Waiter[] = [];
  #writing: Promise<void> | null = null;
  #journalBytes = 0;

  constructor(plan: ValueKeeperPlan) {
    this.#plan = plan;
  }

  /** What earlier runs kept. @throws when the store does, or its bytes are damaged. */
  async load(): Promise<Iterable<KeptValue>> {
    const { db, community } = this.#plan;
    for (const page of await storedPages(db, community)) this.#pages.takePage(page);
    for (const changes of await storedChanges(db, community)) {
      this.#pages.takeChanges(changes);
      this.#journalBytes += changes.byteLength;
    }
    return this.#pages.values();
  }

  /** Points whose newest value is not on disk yet. */
  get waiting(): number {
    return this.#changed.size;
  }

  /** Takes note of a reading that changed its point. */
  touch(index: number): void {
    this.#changed.add(index);
  }

  /** Writes for those who wait, once no reading waits outside the twin; called after each tick too. */
  writeForWaiting(): void {
    if (this.#waiters.length === 0 || !this.#plan.isDrained()) return;
    this.#due.push(...this.#waiters);
    this.#waiters = [];
    // The failure is told to those who wait.
    this.flush().catch(() => undefined);
  }

  /** Resolves once every reading accepted so far, or a newer one of its point, is on disk. */
  settled(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiters.push({ resolve, reject });
      this.writeForWaiting();
    });
  }

  /** Writes what changed. @throws when the store does; it is tried again with the next flush. */
  async flush(): Promise<void> {
    // Whoever comes while a write is under way goes with the next one, together with all others who came.
    while (this.#writing !== null) await this.#writing.catch(() => undefined);
    const due = this.#due;
    this.#due = [];
    this.#writing = this.#write().finally(() => {
      this.#writing = null;
    });
    try {
      await this.#writing;
      for (const { resolve } of due) resolve();
    } catch (error) {
      for (const { reject } of due) reject(error);
      throw error;
    }
  }

  async #write(): Promise<void> {
    const { db, community, journalBytes = usualJournalBytes } = this.#plan;
    const taken = this.#changed.take();
    const { slots, newPages } = this.#take(taken);
    if (slots.length === 0) return;
    const changes = this.#pages.packChanges(slots);
    try {
      if (this.#journalBytes + changes.byteLength > journalBytes) {
        await replaceJournal(db, community, this.#allPages());
        this.#journalBytes = 0;
      } else {
        await appendValues(
          db,
          community,
          [...newPages].map((page) => this.#pages.page(page)),
          changes,
        );
        this.#journalBytes += changes.byteLength;
      }
    } catch (error) {
      // New pages are known to us but not to the disk, so the next write is of everything.
      this.#journalBytes = Number.POSITIVE_INFINITY;
      for (const index of taken) this.#changed.add(index);
      throw error;
    }
  }

  /** Copies what changed into the pages. */
  #take(indices: Uint32Array): { slots: number[]; newPages: Set<number> } {
    const { state, pointCount } = this.#plan.twin;
    this.#reserve(pointCount);
    const slots: number[] = [];
    const newPages = new Set<number>();
    const failedBefore = this.#journalBytes === Number.POSITIVE_INFINITY;
    for (const index of indices) {
      const slot = this.#slotOf(index, newPages);
      const changed = this.#pages.set(slot, state.values[index] ?? Number.NaN, state.timesMs[index] ?? 0);
      if (changed || failedBefore) slots.push(slot);
    }
    return { slots, newPages };
  }

  #slotOf(index: number, newPages: Set<number>): number {
    const known = this.#slots[index] ?? 0;
    if (known > 0) return known - 1;
    const point = this.#pointAt(index);
    let slot = this.#pages.slotOf(point);
    if (slot === undefined) {
      slot = this.#pages.add(point);
      newPages.add(Math.floor(slot / pointsPerPage));
    }
    this.#slots[index] = slot + 1;
    return slot;
  }

  #reserve(points: number): void {
    if (points <= this.#slots.length) return;
    const slots = new Uint32Array(points * 2);
    slots.set(this.#slots);
    this.#slots = slots;
  }

  #pointAt(index: number): PointId {
    const { device } = this.#plan.twin.deviceAt(index);
    return pointId(device.id, this.#plan.twin.specOf(index).property);
  }

  #allPages(): StoredPage[] {
    const count = Math.ceil(this.#pages.size / pointsPerPage);
    return Array.from({ length: count }, (_, page) => this.#pages.page(page));
  }
}
