import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import "./virtual-list.css";

interface VirtualListProps {
  readonly label: string;
  readonly count: number;
  /** In rem, so that rows grow with the type on a wall. */
  readonly rowRem: number;
  readonly keyOf: (index: number) => string;
  readonly renderRow: (index: number) => ReactNode;
  /** Index of what is selected elsewhere, null when it is not in this list. */
  readonly chosen: number | null;
  readonly onChoose: (index: number) => void;
  readonly empty: ReactNode;
}

const remPx = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;

/** A list box of any length of which only what shows is there; arrows or j and k move, Enter chooses. */
export function VirtualList(props: VirtualListProps) {
  const { label, count, rowRem, keyOf, renderRow, chosen, onChoose, empty } = props;
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const [moved, setMoved] = useState<{ readonly at: number; readonly from: string | null } | null>(null);
  const rowPx = Math.round(rowRem * remPx());
  const rows = useVirtualizer({
    count,
    getScrollElement: () => box.current,
    estimateSize: () => rowPx,
    overscan: 6,
    initialRect: { width: 320, height: 600 },
  });
  // Another choice, here or in the scene, takes the place of where the keys had moved to.
  const chosenKey = chosen === null ? null : keyOf(chosen);
  const at = Math.min(moved !== null && moved.from === chosenKey ? moved.at : (chosen ?? 0), count - 1);
  const seen = useRef<string | null>(null);
  useEffect(() => {
    if (seen.current === chosenKey) return;
    seen.current = chosenKey;
    if (chosen !== null) rows.scrollToIndex(chosen, { align: "auto" });
  }, [chosen, chosenKey, rows]);

  const move = (to: number): void => {
    const next = Math.max(0, Math.min(count - 1, to));
    setMoved({ at: next, from: chosenKey });
    rows.scrollToIndex(next, { align: "auto" });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (count === 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    const page = Math.max(1, Math.floor((box.current?.clientHeight ?? rowPx * 10) / rowPx) - 1);
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      j: at + 1,
      ArrowUp: at - 1,
      k: at - 1,
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: count - 1,
    };
    const to = moves[event.key];
    if (to !== undefined) move(to);
    else if (event.key === "Enter" || event.key === " ") onChoose(at);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  if (count === 0) return <div className="virtual-list-empty">{empty}</div>;
  return (
    <div
      ref={box}
      className="virtual-list"
      role="listbox"
      aria-label={label}
      tabIndex={0}
      data-list
      aria-activedescendant={`${id}-${at}`}
      onKeyDown={onKeyDown}
      onClick={(event) => {
        const row = (event.target as Element).closest("[data-at]")?.getAttribute("data-at");
        if (row != null) onChoose(Number(row));
      }}
    >
      <div className="virtual-list-all" role="presentation" style={{ height: count * rowPx }}>
        {rows.getVirtualItems().map((item) => (
          <div
            key={keyOf(item.index)}
            id={`${id}-${item.index}`}
            role="option"
            data-at={item.index}
            aria-selected={item.index === chosen}
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
