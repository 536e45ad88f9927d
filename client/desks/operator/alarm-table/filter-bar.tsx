import { Button, NativeSelect, TextInput } from "@mantine/core";
import { memo, useId } from "react";
import { type Priority, priorities } from "../../../../models/device/kind.ts";
import { buildingId, gridCellId, kindId, partyId } from "../../../../models/ids.ts";
import { type AlarmFilter, isNarrowed, usualAlarmFilter } from "../../../../models/view/alarm-filter.ts";
import { PrioritySign } from "../../../components/signs.tsx";
import { useWords } from "../../../language/use-words.ts";
import { statesOfValue, stateValue } from "./state-choices.ts";
import { TimeChoice } from "./time-choice.tsx";
import { useFilterChoices } from "./use-filter-choices.ts";

interface FilterBarProps {
  readonly filter: AlarmFilter;
  readonly onFilter: (filter: AlarmFilter) => void;
  /** Those who acknowledged something that is shown, a name a line. */
  readonly people: string;
}

/** Which alarms are shown; all of it is in the link. */
export const FilterBar = memo(function FilterBar({ filter, onFilter, people }: FilterBarProps) {
  const { t } = useWords();
  const peopleId = useId();
  const choices = useFilterChoices(filter);
  const change = (part: Partial<AlarmFilter>): void => onFilter({ ...filter, ...part });
  const toggle = (priority: Priority): void =>
    change({
      priorities: priorities.filter((each) => (each === priority) !== filter.priorities.includes(each)),
    });
  const { place } = filter;
  return (
    <div className="table-filter" role="search" aria-label={t("table.filter")}>
      <TimeChoice time={filter.time} onTime={(time) => change({ time })} />
      <div className="table-priorities" role="group" aria-label={t("table.priority")}>
        {priorities.map((priority) => (
          <Button
            key={priority}
            aria-pressed={filter.priorities.includes(priority)}
            onClick={() => toggle(priority)}
          >
            <PrioritySign priority={priority} />
          </Button>
        ))}
      </div>
      <NativeSelect
        aria-label={t("table.state")}
        value={stateValue(filter.states)}
        data={choices.states}
        onChange={({ currentTarget }) => change({ states: statesOfValue(currentTarget.value) })}
      />
      <NativeSelect
        aria-label={t("table.place")}
        value={
          place.in === "cell"
            ? `cell.${place.cell}`
            : place.in === "building"
              ? `building.${place.building}`
              : ""
        }
        data={choices.places}
        onChange={({ currentTarget }) => change({ place: placeOfValue(currentTarget.value) })}
      />
      <NativeSelect
        aria-label={t("table.kind")}
        value={filter.kind ?? ""}
        data={choices.kinds}
        onChange={({ currentTarget: { value } }) => change({ kind: value === "" ? null : kindId(value) })}
      />
      <NativeSelect
        aria-label={t("table.party")}
        value={filter.party ?? ""}
        data={choices.parties}
        onChange={({ currentTarget: { value } }) => change({ party: value === "" ? null : partyId(value) })}
      />
      <TextInput
        className="table-who"
        aria-label={t("table.who")}
        placeholder={t("table.who")}
        list={peopleId}
        maxLength={256}
        value={filter.who ?? ""}
        onChange={({ currentTarget: { value } }) => change({ who: value === "" ? null : value })}
      />
      <datalist id={peopleId}>
        {people.split("\n").map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </datalist>
      <TextInput
        className="table-words"
        aria-label={t("table.words")}
        placeholder={t("table.words")}
        data-filter
        maxLength={200}
        value={filter.words}
        onChange={({ currentTarget }) => change({ words: currentTarget.value })}
      />
      {isNarrowed(filter) && (
        <Button onClick={() => onFilter({ ...usualAlarmFilter, time: filter.time, order: filter.order })}>
          {t("table.clear")}
        </Button>
      )}
    </div>
  );
});

function placeOfValue(value: string): AlarmFilter["place"] {
  const [, place, id = ""] = /^(cell|building)\.(.+)$/su.exec(value) ?? [];
  if (place === "cell") return { in: "cell", cell: gridCellId(id) };
  return place === "building" ? { in: "building", building: buildingId(id) } : { in: "anywhere" };
}
