import { useCallback, useSyncExternalStore } from "react";
import type { Signal } from "../../models/signal.ts";

/** The value of a signal, now and whenever it changes. */
export function useSignal<T>(signal: Signal<T>): T {
  const subscribe = useCallback((listener: () => void) => signal.subscribe(listener), [signal]);
  const get = useCallback(() => signal.get(), [signal]);
  return useSyncExternalStore(subscribe, get);
}
