import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import {
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
} from "react";
import type { PastAlarm } from "../../../../models/alarm/past.ts";
import type { AlertId } from "../../../../models/ids.ts";
import type { AlarmOrder } from "../../../../models/view/alarm-filter.ts";
import { activeAt, placeOf, rowAfterKey, type ActiveRow } from "../../../components/list/active-row.ts";
import { useWords } from "../../../language/use-words.ts";
import { tableColumns } from "./columns.ts";
import { GridHead } from "./grid-head.tsx";
import { GridRow } from "./grid-row.tsx";
import type { RowBook } from "./row-book.ts";
import type { Hold } from "./use-table-feed.ts";

interface AlarmGridProps {
  readonly book: RowBook;
  readonly order: AlarmOrder;
  readonly onOrder: (order: AlarmOrder) => void;
  readonly hold: Hold;
  /** The day it is now, in words. */
  readonly today: string;
  /** Key of the row that was chosen. */
  readonly chosen: AlertId | null;
  readonly onChoose: (row: PastAlarm) => void;
  readonly onAcknowledge: (row: PastAlarm) => void;
  /** Whether there is more of the past to be read. */
  readonly hasMore: boolean;
  /** The last rows there are come into sight, and there is more. */
  readonly onEnd: () => void;
}

/** So that rows grow with the type on a wall. */
const rowRem = 2.375;
const headRem = 1.75;
const remPx = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
/** So many rows before the end older ones are asked for. */
const aheadOfEnd = 30;

/** A grid of any length of which only what shows is there, and the active row always. */
export function AlarmGrid(props: AlarmGridProps) {
  const { book, order, onOrder, hold, today, chosen, onChoose, onAcknowledge, hasMore, onEnd } = props;
  const { t } = useWords();
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const ids = book.shown;
  const count = ids.length;
  const keyOf = (at: number): string => ids[at] ?? String(at);
  const [moved, setMoved] = useState<ActiveRow>({ key: "", at: 0 });
  const at = activeAt(moved, count, keyOf);
  if (at !== moved.at && at >= 0 && keyOf(at) === moved.key) setMoved({ ...moved, at });
  const [rowPx, headPx] = [Math.round(rowRem * remPx()), Math.round(headRem * remPx())];
  const rows = useVirtualizer({
    count,
    getScrollElement: () => box.current,
    estimateSize: () => rowPx,
    overscan: 6,
    paddingStart: headPx,
    scrollPaddingStart: headPx,
    initialRect: { width: 1200, height: 600 },
    rangeExtractor(range) {
      const shown = defaultRangeExtractor(range);
      return at < 0 || shown.includes(at) ? shown : [...shown, at].toSorted((a, b) => a - b);
    },
  });
  useEffect(() => {
    // Who just opened the table has the keys on it, by a key or in the bar; who types in a field keeps them there.
    const { activeElement, body } = document;
    if (activeElement === body || activeElement?.hasAttribute("data-turns-page") === true)
      box.current?.focus({ preventScroll: true });
  }, []);
  useKeptPlace(box, ids, rowPx);
  const items = rows.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasMore && last >= count - aheadOfEnd) onEnd();
  }, [hasMore, last, count, onEnd]);

  const rowAt = (row: number): PastAlarm | undefined => {
    const key = ids[row];
    return key === undefined ? undefined : book.row(key);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // A head that is pressed by a key has the key.
    if (event.ctrlKey || event.metaKey || event.altKey || event.target !== event.currentTarget) return;
    const page = Math.max(1, Math.floor(((box.current?.clientHeight ?? 0) - headPx) / rowPx) - 1);
    const to = rowAfterKey(event.key, at, count, page);
    const row = rowAt(at);
    if (to !== null) {
      setMoved({ key: keyOf(to), at: to });
      rows.scrollToIndex(to, { align: "auto" });
    } else if (row !== undefined && (event.key === "Enter" || event.key === " ")) onChoose(row);
    else if (row !== undefined && event.key === "x") onAcknowledge(row);
    else return;
    hold.touch();
    event.preventDefault();
    event.stopPropagation();
  };
  const onClick = ({ target }: MouseEvent): void => {
    const line = (target as Element).closest("[data-at]")?.getAttribute("data-at");
    const index = Number(line);
    const row = line == null ? undefined : rowAt(index);
    if (row === undefined) return;
    setMoved({ key: row.alarm.id, at: index });
    if ((target as Element).closest("[data-action]") === null) onChoose(row);
    else onAcknowledge(row);
    // The button goes with what it did; the keys stay at the row.
    box.current?.focus({ preventScroll: true });
  };
  const rowId = (row: number): string => `${id}-${encodeURIComponent(keyOf(row))}`;
  return (
    <div
      ref={box}
      className="alarm-grid"
      role="grid"
      aria-label={t("table.name")}
      // How many there are is known once the past is read to its end.
      aria-rowcount={hasMore ? -1 : count + 1}
      aria-colcount={tableColumns.length}
      tabIndex={0}
      data-list
      aria-activedescendant={at < 0 ? undefined : rowId(at)}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onPointerMove={hold.touch}
      onPointerLeave={hold.letGo}
      onWheel={hold.touch}
    >
      <GridHead order={order} onOrder={onOrder} />
      <div role="rowgroup" className="alarm-grid-rows" style={{ height: count * rowPx }}>
        {items.map(({ index }) => {
          const row = rowAt(index);
          if (row === undefined) return null;
          return (
            <GridRow
              key={row.alarm.id}
              id={rowId(index)}
              row={row}
              at={index}
              topPx={index * rowPx}
              heightPx={rowPx}
              today={today}
              active={index === at}
              chosen={row.alarm.id === chosen}
            />
          );
        })}
      </div>
    </div>
  );
}

/** Whoever has scrolled to a row keeps it where it is, whatever comes in above it. */
function useKeptPlace(
  box: { readonly current: HTMLDivElement | null },
  ids: readonly AlertId[],
  rowPx: number,
): void {
  const before = useRef(ids);
  useLayoutEffect(() => {
    const old = before.current;
    before.current = ids;
    const place = box.current;
    if (place === null || old === ids || place.scrollTop === 0) return;
    const top = Math.floor(place.scrollTop / rowPx);
    const key = old[top];
    const now = key === undefined ? -1 : placeOf(key, top, ids.length, (row) => ids[row] ?? "");
    if (now >= 0 && now !== top) place.scrollBy(0, (now - top) * rowPx);
  }, [box, ids, rowPx]);
}
