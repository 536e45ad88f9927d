import { useEffect, useLayoutEffect, useMemo, useRef } from "react";
import { seconds } from "../../../../models/quantity.ts";
import type { AlarmFilter } from "../../../../models/view/alarm-filter.ts";
import { useDesk } from "../../../components/desk-context.ts";
import { useSignal } from "../../../components/use-signal.ts";
import { type Narrowing, TableFeed } from "./table-feed.ts";

/** Words are typed letter by letter: the server is asked once they rest. */
const restMs = 300;
/** So long after the last touch of a hand rows stay where they are. */
const heldMs = 15 * seconds;
const measure = "alarm-table";

/** Whether a hand is at the table. */
export interface Hold {
  readonly touch: () => void;
  readonly letGo: () => void;
}

/** The rows of a filter, kept up to date; they settle only while no hand is at the table. */
export function useTableFeed(filter: AlarmFilter): { readonly feed: TableFeed; readonly hold: Hold } {
  const { replica, community, ask, link, beat, clock } = useDesk();
  const { order, ...narrowing } = filter;
  // Another order is no other search: its rows stay. What is equal is the same, however often the view is written.
  const key = JSON.stringify(narrowing);
  const feed = useMemo(
    () => new TableFeed({ replica, community, ask }, JSON.parse(key) as Narrowing),
    [replica, community, ask, key],
  );
  const touchedMs = useRef(Number.NEGATIVE_INFINITY);
  const hold = useMemo<Hold>(
    () => ({
      touch: () => {
        touchedMs.current = clock.now();
      },
      letGo: () => {
        touchedMs.current = Number.NEGATIVE_INFINITY;
      },
    }),
    [clock],
  );
  useEffect(() => feed.orderBy(order), [feed, order]);
  useEffect(() => {
    const isLive = (): boolean => link.get().state === "live";
    let wasLive = isLive();
    const look = (settle: boolean): void => {
      const before = feed.version.get();
      performance.mark(measure);
      feed.look(isLive(), settle);
      if (feed.version.get() === before) performance.clearMarks(measure);
    };
    look(true);
    const stopAsking = clock.after(restMs, () => feed.more());
    const stopLooking = beat.subscribe(() => look(clock.now() - touchedMs.current > heldMs));
    const stopHearing = link.subscribe(() => {
      if (isLive() && !wasLive) void feed.again();
      wasLive = isLive();
    });
    return () => {
      stopAsking();
      stopLooking();
      stopHearing();
      feed.close();
    };
  }, [feed, clock, beat, link]);
  useSignal(feed.version);
  useLayoutEffect(measured);
  return { feed, hold };
}

/** How long a look at the alarms and drawing it took, for who watches the page's performance; kept nowhere. */
function measured(): void {
  if (performance.getEntriesByName(measure, "mark").length === 0) return;
  performance.measure(measure, measure);
  performance.clearMarks(measure);
  performance.clearMeasures(measure);
}
