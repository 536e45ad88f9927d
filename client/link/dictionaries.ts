import type { ChannelDictionary, ChannelHead } from "../../models/stream/messages.ts";

/** Fetches the dictionary a head names; tells null when it cannot be had. */
export type LoadDictionary = (
  head: ChannelHead,
  done: (dictionary: ChannelDictionary | null) => void,
) => void;

/**
 * By HTTP from the given server (`""` for the page's own). The browser's copy is used only after asking whether it still
 * holds: another community at the same address may have had an epoch of the same number.
 */
export function httpDictionaries(fetching: typeof fetch, server: string): LoadDictionary {
  return (head, done) => {
    void (async () => {
      let dictionary: ChannelDictionary | null = null;
      try {
        const asked = { credentials: "same-origin", cache: "no-cache" } as const;
        const response = await fetching(`${server}${head.dictionary}`, asked);
        if (response.ok) dictionary = (await response.json()) as ChannelDictionary;
      } catch {
        // No network is no dictionary: the link tries again.
      }
      done(dictionary !== null && isOf(dictionary, head) ? dictionary : null);
    })();
  };
}

const isOf = (dictionary: ChannelDictionary, head: ChannelHead): boolean =>
  dictionary.channel === head.channel &&
  dictionary.epoch === head.epoch &&
  dictionary.epochStartMs === head.epochStartMs &&
  dictionary.points === head.points;

/** Keeps the dictionary of each channel's latest epoch. */
export class DictionaryShelf {
  readonly #load: LoadDictionary;
  #kept: readonly ChannelDictionary[] = [];

  constructor(load: LoadDictionary) {
    this.#load = load;
  }

  /** All dictionaries of these heads, in their order; null when one could not be had. */
  collect(
    heads: readonly ChannelHead[],
    done: (dictionaries: readonly ChannelDictionary[] | null) => void,
  ): void {
    if (heads.length === 0) done([]);
    const found = new Map<ChannelHead, ChannelDictionary | null>();
    const settle = (head: ChannelHead, dictionary: ChannelDictionary | null): void => {
      found.set(head, dictionary);
      if (found.size < heads.length) return;
      const all = heads.map((each) => found.get(each) ?? null).filter((each) => each !== null);
      if (all.length < heads.length) done(null);
      else {
        this.#kept = all;
        done(all);
      }
    };
    for (const head of heads) {
      const kept = this.#kept.find((each) => each.channel === head.channel && each.epoch === head.epoch);
      if (kept === undefined) this.#load(head, (dictionary) => settle(head, dictionary));
      else settle(head, kept);
    }
  }
}
