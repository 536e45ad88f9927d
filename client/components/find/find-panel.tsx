import { useEffect, useId, useRef, useState } from "react";
import { useWords } from "../../language/use-words.ts";
import { FoundRow } from "./found-row.tsx";
import type { FindAction, Thing } from "./thing.ts";
import { useFind } from "./use-find.ts";
import { useGoTo } from "./use-go-to.ts";

interface FindPanelProps {
  readonly actions: readonly FindAction[];
  /** @param giveBack whether the keys go back to where they came from. */
  readonly onClose: (giveBack: boolean) => void;
}

const pageRows = 8;

/** The box and what it finds (ARIA's combobox with a list): arrows choose, Enter goes there, Escape closes. */
export function FindPanel({ actions, onClose }: FindPanelProps) {
  const { t } = useWords();
  const listId = useId();
  const find = useFind(actions);
  const goTo = useGoTo();
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const panel = useRef<HTMLDivElement>(null);
  const box = useRef<HTMLInputElement>(null);
  const found = find(typed);
  const chosen = Math.min(at, found.length - 1);
  useEffect(() => box.current?.focus(), []);
  const take = (thing: Thing | undefined): void => {
    if (thing === undefined) return;
    onClose(true);
    goTo(thing);
  };
  const step = (by: number): void => setAt(Math.max(0, Math.min(found.length - 1, chosen + by)));
  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    PageDown: () => step(pageRows),
    PageUp: () => step(-pageRows),
    Enter: () => take(found[chosen]),
    Escape: () => onClose(true),
  };
  return (
    <div
      ref={panel}
      className="find-panel"
      onBlur={({ relatedTarget }) => {
        if (!(relatedTarget instanceof Node) || !panel.current?.contains(relatedTarget)) onClose(false);
      }}
    >
      <input
        ref={box}
        className="find-input"
        role="combobox"
        aria-label={t("find.label")}
        aria-expanded="true"
        aria-autocomplete="list"
        aria-controls={listId}
        aria-activedescendant={chosen >= 0 ? `${listId}-${chosen}` : undefined}
        autoComplete="off"
        spellCheck={false}
        placeholder={t("find.placeholder")}
        value={typed}
        maxLength={200}
        onChange={({ currentTarget }) => {
          setTyped(currentTarget.value);
          setAt(0);
        }}
        onKeyDown={(event) => {
          const act = event.nativeEvent.isComposing ? undefined : keys[event.key];
          if (act === undefined) return;
          event.preventDefault();
          event.stopPropagation();
          act();
        }}
      />
      <div id={listId} className="find-list" role="listbox" aria-label={t("find.found")}>
        {found.map((thing, row) => (
          <FoundRow
            key={keyOf(thing)}
            id={`${listId}-${row}`}
            thing={thing}
            chosen={row === chosen}
            onTake={() => take(thing)}
          />
        ))}
      </div>
      <p className={found.length === 0 ? "find-none" : "only-heard"} role="status">
        {found.length === 0 ? t("find.nothing") : t("find.count", { n: found.length })}
      </p>
    </div>
  );
}

function keyOf(thing: Thing): string {
  switch (thing.what) {
    case "action":
      return thing.action.name;
    case "person":
      return `person ${thing.colleague.number}`;
    case "building":
      return `building ${thing.building.id}`;
    case "cell":
      return `cell ${thing.cell.id}`;
    case "alarm":
      return `alarm ${thing.alert.id}`;
    case "device":
      return thing.device.device.id;
  }
}
