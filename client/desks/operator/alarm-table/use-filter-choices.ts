import { useMemo } from "react";
import { alarmStates } from "../../../../models/alarm/alarm.ts";
import { kindOf } from "../../../../models/device/catalogue.ts";
import { parties } from "../../../../models/device/parties.ts";
import type { KindId, PartyId } from "../../../../models/ids.ts";
import type { AlarmFilter } from "../../../../models/view/alarm-filter.ts";
import { useDesk } from "../../../components/desk-context.ts";
import { useSignal } from "../../../components/use-signal.ts";
import { alarmStateNames, alarmStateSigns } from "../../../language/names/alarm-names.ts";
import { useWords } from "../../../language/use-words.ts";
import { stateGroups, stateValue } from "./state-choices.ts";

interface Choice {
  readonly value: string;
  readonly label: string;
}
interface Choices {
  readonly group: string;
  readonly items: Choice[];
}

/** What can be asked for, by name; what is asked for already is always among it. */
export function useFilterChoices({ states, kind, party, time }: AlarmFilter): {
  readonly states: Choice[];
  readonly places: (Choice | Choices)[];
  readonly kinds: Choice[];
  readonly parties: Choice[];
} {
  const { community, replica } = useDesk();
  const { t, say, language } = useWords();
  const devices = useSignal(replica.devices);
  const collator = useMemo(() => new Intl.Collator(language, { numeric: true }), [language]);
  const places = useMemo(() => {
    const buildings = community.buildings.map(({ id, name }) => ({
      value: `building.${id}`,
      label: say(name),
    }));
    return [
      { value: "", label: t("table.anyPlace") },
      {
        group: t("table.cells"),
        items: community.gridCells.map(({ id, name }) => ({ value: `cell.${id}`, label: say(name) })),
      },
      {
        group: t("table.buildings"),
        items: buildings.toSorted((a, b) => collator.compare(a.label, b.label)),
      },
    ];
  }, [community, say, t, collator]);
  const kinds = useMemo(() => {
    const nameOf = (id: KindId): string => {
      const name = kindOf(id)?.name;
      return name === undefined ? id : say(name);
    };
    const here = new Set(devices.map(({ device }) => device.kind));
    if (kind !== null) here.add(kind);
    return [
      { value: "", label: t("table.anyKind") },
      ...[...here]
        .map((id) => ({ value: id, label: nameOf(id) }))
        .toSorted((a, b) => collator.compare(a.label, b.label)),
    ];
  }, [devices, kind, say, t, collator]);
  const nameOfParty = (id: PartyId): string => {
    const name = parties.get(id);
    return name === undefined ? id : say(name);
  };
  const known = new Set(parties.keys());
  if (party !== null) known.add(party);
  const named = [
    { value: "", label: t("table.anyState") },
    ...stateGroups.map((group) => ({ value: stateValue(group.states), label: t(group.name) })),
    ...alarmStates
      .filter((state) => state !== "normal" || time.of !== "open")
      .map((state) => ({ value: state, label: `${alarmStateSigns[state]} ${say(alarmStateNames[state])}` })),
  ];
  const value = stateValue(states);
  if (!named.some((choice) => choice.value === value))
    named.push({
      value,
      label: t("table.severalStates", {
        states: states.map((state) => say(alarmStateNames[state])).join(", "),
      }),
    });
  return {
    states: named,
    places,
    kinds,
    parties: [
      { value: "", label: t("table.anyParty") },
      ...[...known].map((id) => ({ value: id, label: nameOfParty(id) })),
    ],
  };
}
