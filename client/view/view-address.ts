import type { Signal } from "../../models/signal.ts";
import type { ViewState } from "../../models/view/view-state.ts";
import { viewToQuery } from "../../models/view/view-url.ts";
import type { Clock } from "../clock.ts";

const settleMs = 400;

/**
 * Keeps the address of the page at what is looked at, once the view has settled; browsers refuse more than some
 * hundred changes a minute.
 * @returns the function that ends it.
 */
export function keepAddress(
  view: Signal<ViewState>,
  usual: ViewState,
  clock: Clock,
  replace: (search: string) => void,
): () => void {
  let callOff: (() => void) | null = null;
  const write = (): void => {
    callOff = null;
    const query = viewToQuery(view.get(), usual);
    replace(query === "" ? "" : `?${query}`);
  };
  const stop = view.subscribe(() => {
    callOff?.();
    callOff = clock.after(settleMs, write);
  });
  return () => {
    callOff?.();
    stop();
  };
}
