import type { Signal, WritableSignal } from "../../models/signal.ts";
import type { ViewState } from "../../models/view/view-state.ts";
import { viewFromQuery, viewToQuery } from "../../models/view/view-url.ts";
import type { Clock } from "../clock.ts";
import { sameSelection } from "./view-store.ts";

const settleMs = 400;

/** The address of the page and the browser's memory of those before it. A search is `""` or begins with `?`. */
export interface AddressBar {
  readonly replace: (search: string) => void;
  /** A new entry, from which Back leads to this one. */
  readonly push: (search: string) => void;
  /** Back or Forward has led to another entry. @returns the function that ends it. */
  readonly onMove: (listener: (search: string) => void) => () => void;
}

/**
 * Keeps the address of the page at what is looked at, and what is looked at where Back and Forward lead. Another
 * selection or page is an entry of its own, written at the end of the turn that brought it; all else changes the entry
 * there is, once the view has settled, for browsers refuse more than some hundred changes a minute.
 * @returns the function that ends it.
 */
export function keepAddress(
  view: Signal<ViewState> & Pick<WritableSignal<ViewState>, "set">,
  usual: ViewState,
  clock: Clock,
  bar: AddressBar,
): () => void {
  /** The newest view of the entry the browser stands at. */
  let entry = view.get();
  let callOff: (() => void) | null = null;
  const search = (of: ViewState): string => {
    const query = viewToQuery(of, usual);
    return query === "" ? "" : `?${query}`;
  };
  const later = (delayMs: number, write: () => void): void => {
    callOff?.();
    callOff = clock.after(delayMs, () => {
      callOff = null;
      write();
    });
  };
  const isSamePlace = (now: ViewState): boolean =>
    now.page === entry.page && sameSelection(now.selection, entry.selection);
  const replace = (): void => bar.replace(search(entry));
  const push = (): void => {
    // Back leads to the place as it was left.
    replace();
    const now = view.get();
    if (isSamePlace(now)) return;
    entry = now;
    bar.push(search(now));
  };
  const stop = view.subscribe(() => {
    const now = view.get();
    if (now === entry) return;
    if (!isSamePlace(now)) return later(0, push);
    entry = now;
    later(settleMs, replace);
  });
  const stopMoves = bar.onMove((to) => {
    callOff?.();
    callOff = null;
    entry = viewFromQuery(to, usual);
    view.set(entry);
  });
  return () => {
    callOff?.();
    stop();
    stopMoves();
  };
}
