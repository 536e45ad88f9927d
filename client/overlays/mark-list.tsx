import {
  useEffect,
  useId,
  useState,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
  type RefObject,
} from "react";

export interface MarkWords {
  readonly key: string;
  readonly sentence: string;
}

interface MarkListProps {
  readonly label: string;
  /** Marks in the order the arrows walk; each is drawn with its key as `data-key`. */
  readonly marks: readonly MarkWords[];
  readonly onChoose: (key: string) => void;
  /** Said while nothing is pointed at. */
  readonly idle: string;
  readonly box: RefObject<HTMLDivElement | null>;
  readonly className: string;
  /** The drawing. */
  readonly children: ReactNode;
}

const keyAt = (target: EventTarget): string | null =>
  (target as Element).closest("[data-key]")?.getAttribute("data-key") ?? null;

/** A figure whose marks answer a pointer or the arrow keys with their words, and a press or Enter by being chosen. */
export function MarkList({ label, marks, onChoose, idle, box, className, children }: MarkListProps) {
  const id = useId();
  const [active, setActive] = useState<string | null>(null);
  const at = marks.findIndex(({ key }) => key === active);
  useEffect(() => {
    for (const mark of box.current?.querySelectorAll("[data-key]") ?? []) {
      const is = mark.getAttribute("data-key") === active;
      mark.classList.toggle("active", is);
    }
  }, [box, active]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (step !== undefined) {
      const next = marks[Math.max(0, Math.min(marks.length - 1, at + step))];
      setActive(next?.key ?? null);
      if (next !== undefined)
        box.current
          ?.querySelector(`[data-key="${CSS.escape(next.key)}"]`)
          ?.scrollIntoView({ block: "nearest" });
    } else if (event.key === "Enter" && active !== null) onChoose(active);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const point = (event: PointerEvent): void => setActive(keyAt(event.target));
  return (
    <div className="mark-list">
      <div
        ref={box}
        className={className}
        role="listbox"
        tabIndex={0}
        aria-label={label}
        {...(at < 0 ? {} : { "aria-activedescendant": `${id}-${at}` })}
        onKeyDown={onKeyDown}
        onPointerMove={point}
        onPointerLeave={() => setActive(null)}
        onBlur={() => setActive(null)}
        onClick={(event) => {
          const key = keyAt(event.target);
          if (key !== null) onChoose(key);
        }}
      >
        {children}
        {marks.map(({ key, sentence }, i) => (
          <span
            key={key}
            id={`${id}-${i}`}
            role="option"
            aria-selected={key === active}
            className="only-heard"
          >
            {sentence}
          </span>
        ))}
      </div>
      <p className="figure-said" aria-hidden="true">
        {marks[at]?.sentence ?? idle}
      </p>
    </div>
  );
}
