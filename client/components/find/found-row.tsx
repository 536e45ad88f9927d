import { Kbd } from "@mantine/core";
import { useEffect, useRef, type ReactNode } from "react";
import { kindOf } from "../../../models/device/catalogue.ts";
import { dutyNames } from "../../../models/duty/duty.ts";
import type { MessageKey } from "../../language/messages.ts";
import { useWords } from "../../language/use-words.ts";
import { alertFacts } from "../alert-facts.ts";
import { usePersonWords } from "../alarms/use-person-words.ts";
import { useLookWords } from "../company/use-look-words.ts";
import { useDesk } from "../desk-context.ts";
import { PrioritySign } from "../signs.tsx";
import { SymbolMark } from "../symbol-mark.tsx";
import { usePlaceWords } from "../use-names.ts";
import type { Thing } from "./thing.ts";

interface FoundRowProps {
  readonly id: string;
  readonly thing: Thing;
  readonly chosen: boolean;
  readonly onTake: () => void;
}

const whatNames: Readonly<Record<Thing["what"], MessageKey>> = {
  action: "find.action",
  person: "find.person",
  building: "find.building",
  cell: "find.cell",
  alarm: "find.alarm",
  device: "find.device",
};

/** A row of what was found; the box keeps the keys, so a press must not take them. */
export function FoundRow({ id, thing, chosen, onTake }: FoundRowProps) {
  const { t } = useWords();
  const { sign, name, about } = useRowWords(thing);
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (chosen) row.current?.scrollIntoView({ block: "nearest" });
  }, [chosen]);
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the combobox has the keys
    <div
      ref={row}
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={chosen}
      className="find-row"
      onMouseDown={(event) => event.preventDefault()}
      onClick={onTake}
    >
      <span className="find-sign" aria-hidden="true">
        {sign}
      </span>
      <span className="find-name">{name}</span>
      <span className="find-about">{about}</span>
      <small>{t(whatNames[thing.what])}</small>
    </div>
  );
}

function useRowWords(thing: Thing): {
  readonly sign: ReactNode;
  readonly name: string;
  readonly about: ReactNode;
} {
  const { replica } = useDesk();
  const { t, say } = useWords();
  const placeWords = usePlaceWords();
  const personWords = usePersonWords();
  const lookWords = useLookWords();
  switch (thing.what) {
    case "action": {
      const { name, key } = thing.action;
      return { sign: "›", name: t(name), about: key === undefined ? null : <Kbd>{key}</Kbd> };
    }
    case "person": {
      const { person, look } = thing.colleague;
      return {
        sign: "◦",
        name: `${personWords(person)} · ${say(dutyNames[person.duty])}`,
        about: lookWords(look),
      };
    }
    case "building":
      return { sign: "▦", name: say(thing.building.name), about: null };
    case "cell":
      return { sign: "▨", name: say(thing.cell.name), about: null };
    case "alarm": {
      const { alert } = thing;
      const facts = alertFacts(alert, replica);
      return {
        sign: <PrioritySign priority={alert.priority} wordless />,
        name: `${alert.priority} ${facts?.message == null ? alert.limit : say(facts.message)}`,
        about: facts === null ? alert.device : `${say(facts.name)} · ${placeWords(facts.place)}`,
      };
    }
    case "device": {
      const { id, name, kind, place } = thing.device.device;
      const symbol = kindOf(kind)?.symbol ?? "information";
      return { sign: <SymbolMark symbol={symbol} />, name: say(name), about: `${placeWords(place)} · ${id}` };
    }
  }
}
