import { useCallback, useSyncExternalStore } from "react";
import type { Signal } from "../../models/signal.ts";

/** The value of a signal, now and whenever it changes. */
export function useSignal<T>(signal: Signal<T>): T {
  const subscribe = useCallback((listener: () => void) => signal.subscribe(listener), [signal]);
  const get = useCallback(() => signal.get(), [signal]);
  return useSyncExternalStore(subscribe, get);
}

/** One member of a signal's value: who looks at the selection is not asked anew because the camera moves. */
export function usePart<T, Part extends keyof T>(signal: Signal<T>, part: Part): T[Part] {
  const subscribe = useCallback((listener: () => void) => signal.subscribe(listener), [signal]);
  const get = useCallback(() => signal.get()[part], [signal, part]);
  return useSyncExternalStore(subscribe, get);
}
