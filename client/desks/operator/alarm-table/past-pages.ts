import type { PastAlarm } from "../../../../models/alarm/past.ts";
import type { AlarmSearch } from "../../../../models/alarm/search.ts";
import { text, type Text } from "../../../../models/language/text.ts";
import { signal, type Signal } from "../../../../models/signal.ts";
import type { Asked } from "../../../components/desk-context.ts";
import { readPastPage } from "./past-answer.ts";
import { searchQuery } from "./search-query.ts";

/** How far the past is read: there may be more of it, or that was all. */
export type PastState =
  | { readonly state: "loading" }
  | { readonly state: "failed"; readonly sentence: Text }
  | { readonly state: "more" }
  | { readonly state: "whole" };

const pageLength = 200;
const unreadable = text("服务器的回答无法读取", "the server's answer cannot be read");

/** The past of what is looked for, page by page, the newest first. */
export class PastPages {
  readonly #state = signal<PastState>({ state: "more" });
  readonly #ask: (path: string) => Promise<Asked>;
  readonly #search: AlarmSearch;
  readonly #take: (alarms: readonly PastAlarm[]) => void;
  #next: string | null = null;
  #loaded = 0;
  #closed = false;

  constructor(
    ask: (path: string) => Promise<Asked>,
    search: AlarmSearch,
    take: (alarms: readonly PastAlarm[]) => void,
  ) {
    this.#ask = ask;
    this.#search = search;
    this.#take = take;
  }

  get state(): Signal<PastState> {
    return this.#state;
  }

  /** Those told so far. */
  get loaded(): number {
    return this.#loaded;
  }

  /** Reads on; does nothing while it reads, or where there is no more. */
  async more(): Promise<void> {
    const { state } = this.#state.get();
    if (state === "loading" || state === "whole" || this.#closed) return;
    this.#state.set({ state: "loading" });
    // A page may be empty and yet not the last.
    for (let told = 0; told === 0; ) {
      const query = searchQuery(this.#search);
      query.set("limit", String(pageLength));
      if (this.#next !== null) query.set("before", this.#next);
      const asked = await this.#ask(`/api/v1/alarms?${query.toString()}`);
      if (this.#closed) return;
      const page = asked.ok ? readPastPage(asked.body) : null;
      if (page === null)
        return this.#state.set({ state: "failed", sentence: asked.ok ? unreadable : asked.sentence });
      told = page.alarms.length;
      this.#loaded += told;
      this.#next = page.next;
      this.#take(page.alarms);
      if (page.next === null) return this.#state.set({ state: "whole" });
    }
    this.#state.set({ state: "more" });
  }

  /** Nobody wants to know any more. */
  close(): void {
    this.#closed = true;
  }
}
