import type { CommunityDocument } from "../../../../models/community/community.ts";
import { type AlarmSearch, isOfTimeAndState, searcher } from "../../../../models/alarm/search.ts";
import { minutes } from "../../../../models/quantity.ts";
import { signal, type Signal } from "../../../../models/signal.ts";
import {
  type AlarmFilter,
  type AlarmOrder,
  searchOfFilter,
  usualAlarmFilter,
} from "../../../../models/view/alarm-filter.ts";
import type { Asked } from "../../../components/desk-context.ts";
import type { ReplicaView } from "../../../replica/replica-view.ts";
import { LiveRows } from "./live-rows.ts";
import { PastPages } from "./past-pages.ts";
import { RowBook, type RowLaw } from "./row-book.ts";
import { growsDownward, rowOrderOf } from "./row-order.ts";

export interface FeedDoor {
  readonly replica: ReplicaView;
  readonly community: CommunityDocument;
  readonly ask: (path: string) => Promise<Asked>;
}

/** A filter but for the order of its rows. */
export type Narrowing = Omit<AlarmFilter, "order">;

/** A look back moves on with the time, by so much at once. */
const followEveryMs = 1 * minutes;
/** The past is told from the newest on; in another order so much of it is read before it is right. */
const mostForOrder = 2000;

/** The rows of one filter: the live ones, and of the past as much as was read. */
export class TableFeed {
  readonly book: RowBook;
  readonly #door: FeedDoor;
  readonly #filter: Narrowing;
  readonly #live: LiveRows;
  readonly #version = signal(0);
  #order: AlarmOrder = usualAlarmFilter.order;
  #search: AlarmSearch;
  #followedMs: number;
  #pages: PastPages;

  constructor(door: FeedDoor, filter: Narrowing) {
    this.#door = door;
    this.#filter = filter;
    this.#followedMs = door.replica.nowMs();
    this.#search = searchOfFilter(filter, this.#followedMs);
    this.book = new RowBook(this.#law());
    this.#live = new LiveRows(door.replica, this.book);
    this.#pages = this.#newPages();
    // What is known is there at once; only the past takes its time.
    this.#live.look(false);
    this.book.settle();
  }

  /** Moves when rows, or what is known of them, have changed. */
  get version(): Signal<number> {
    return this.#version;
  }

  /** What is open is told live; of everything else the past has more. */
  get withPast(): boolean {
    return this.#filter.time.of !== "open";
  }

  get pages(): PastPages {
    return this.#pages;
  }

  /** What is looked for as of now. */
  search(): AlarmSearch {
    return searchOfFilter(this.#filter, this.#door.replica.nowMs());
  }

  /**
   * Takes in what became of alarms.
   * @param allTold whether the link is live.
   * @param settle whether rows may take their places.
   */
  look(allTold: boolean, settle: boolean): void {
    let news = this.#live.look(allTold);
    const nowMs = this.#door.replica.nowMs();
    if (settle && this.#filter.time.of === "last" && nowMs - this.#followedMs >= followEveryMs) {
      this.#followedMs = nowMs;
      this.#search = this.search();
      this.book.follow(this.#law());
      news = true;
    }
    if (settle && this.book.settle()) news = true;
    if (news) this.#moved();
  }

  orderBy(order: AlarmOrder): void {
    if (order.by === this.#order.by && order.ascending === this.#order.ascending) return;
    this.#order = order;
    this.book.follow(this.#law());
    this.#moved();
    this.#readForOrder();
  }

  /** Reads on in the past. */
  more(): void {
    if (this.withPast) void this.#pages.more().then(() => this.#readForOrder());
  }

  /** Reads the past anew, as far as it was read: the link was away, and what ended meanwhile nobody told. */
  async again(): Promise<void> {
    if (!this.withPast) return;
    const { loaded } = this.#pages;
    this.close();
    const pages = this.#newPages();
    this.#pages = pages;
    this.#moved();
    do await pages.more();
    while (pages.state.get().state === "more" && pages.loaded < loaded);
  }

  close(): void {
    this.#pages.close();
  }

  #readForOrder(): void {
    const { state } = this.#pages.state.get();
    if (state === "more" && !growsDownward(this.#order) && this.#pages.loaded < mostForOrder) this.more();
  }

  #newPages(): PastPages {
    return new PastPages(this.#door.ask, this.#search, (alarms) => {
      for (const row of alarms) this.book.tell(row);
      // Older ones come in below: none of those that stand here moves.
      if (growsDownward(this.#order)) this.book.settle();
      this.#moved();
    });
  }

  #law(): RowLaw {
    const search = this.#search;
    const isLookedFor = searcher(search, this.#door.community);
    return {
      isWanted: (row) => isOfTimeAndState(search, row) && isLookedFor(row),
      order: rowOrderOf(this.#order),
    };
  }

  #moved(): void {
    this.#version.set(this.#version.get() + 1);
  }
}
