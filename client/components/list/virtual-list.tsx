import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { activeAt, placeOf, rowAfterKey, type ActiveRow } from "./active-row.ts";
import { nothingTyped, rowOfLetters, typedOn } from "./type-ahead.ts";
import "./virtual-list.css";

interface VirtualListProps {
  readonly label: string;
  readonly count: number;
  /** In rem, so that rows grow with the type on a wall. */
  readonly rowRem: number;
  /** What a row is, wherever it stands. */
  readonly keyOf: (index: number) => string;
  /** What letters typed on the list are compared with. */
  readonly nameOf: (index: number) => string;
  readonly renderRow: (index: number) => ReactNode;
  /** Key of what is selected, here or elsewhere; it need not be in this list. */
  readonly chosen: string | null;
  readonly onChoose: (index: number) => void;
  readonly empty: ReactNode;
}

const remPx = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;

/**
 * A list box of any length of which only what shows is there, and the active row always. Arrows or j and k move,
 * letters go to a name, Enter chooses.
 */
export function VirtualList(props: VirtualListProps) {
  const { label, count, rowRem, keyOf, nameOf, renderRow, chosen, onChoose, empty } = props;
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const typed = useRef(nothingTyped);
  const [moved, setMoved] = useState<(ActiveRow & { readonly from: string | null }) | null>(null);
  const rowPx = Math.round(rowRem * remPx());
  const chosenAt = chosen === null ? -1 : placeOf(chosen, -1, count, keyOf);
  // Another choice, here or in the scene, takes the place of where the keys had moved to.
  const at = moved !== null && moved.from === chosen ? activeAt(moved, count, keyOf) : Math.max(0, chosenAt);
  // Rows may have been put in another order: what is nearest is judged from where it stood last.
  if (moved !== null && at !== moved.at && at >= 0 && keyOf(at) === moved.key) setMoved({ ...moved, at });
  const rows = useVirtualizer({
    count,
    getScrollElement: () => box.current,
    estimateSize: () => rowPx,
    overscan: 6,
    initialRect: { width: 320, height: 600 },
    // What the list says is active must be there to be read, however far one has scrolled from it.
    rangeExtractor(range) {
      const shown = defaultRangeExtractor(range);
      return at < 0 || shown.includes(at) ? shown : [...shown, at].toSorted((a, b) => a - b);
    },
  });
  // What is chosen is kept in sight while rows come and change places, until a hand moves the list elsewhere.
  const kept = useRef<string | null>(null);
  const letGo = useRef(false);
  useEffect(() => {
    if (kept.current !== chosen) letGo.current = false;
    kept.current = chosen;
    if (chosenAt >= 0 && !letGo.current) rows.scrollToIndex(chosenAt, { align: "auto" });
  }, [chosen, chosenAt, rows]);
  const takeHand = (): void => {
    letGo.current = true;
  };

  const move = (to: number): void => {
    takeHand();
    setMoved({ key: keyOf(to), at: to, from: chosen });
    rows.scrollToIndex(to, { align: "auto" });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const letters = typedOn(typed.current, event.key, event.timeStamp);
    if (letters !== null) {
      typed.current = letters;
      const to = rowOfLetters(letters.letters, at, count, nameOf);
      if (to >= 0) move(to);
    } else {
      const page = Math.max(1, Math.floor((box.current?.clientHeight ?? rowPx * 10) / rowPx) - 1);
      const to = rowAfterKey(event.key, at, count, page);
      if (to !== null) move(to);
      else if (event.key === "Enter" || event.key === " ") onChoose(at);
      else return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  const rowId = (row: number): string => `${id}-${encodeURIComponent(keyOf(row))}`;
  if (count === 0) return <div className="virtual-list-empty">{empty}</div>;
  return (
    <div
      ref={box}
      className="virtual-list"
      role="listbox"
      aria-label={label}
      tabIndex={0}
      data-list
      aria-activedescendant={rowId(at)}
      onKeyDown={onKeyDown}
      onWheel={takeHand}
      onPointerDown={takeHand}
      onClick={(event) => {
        const row = (event.target as Element).closest("[data-at]")?.getAttribute("data-at");
        if (row != null) onChoose(Number(row));
      }}
    >
      <div className="virtual-list-all" role="presentation" style={{ height: count * rowPx }}>
        {rows.getVirtualItems().map((item) => (
          <div
            key={keyOf(item.index)}
            id={rowId(item.index)}
            role="option"
            data-at={item.index}
            aria-selected={item.index === chosenAt}
            aria-posinset={item.index + 1}
            aria-setsize={count}
            className={item.index === at ? "virtual-row active" : "virtual-row"}
            style={{ height: rowPx, transform: `translateY(${item.index * rowPx}px)` }}
          >
            {renderRow(item.index)}
          </div>
        ))}
      </div>
    </div>
  );
}
