import type { OverridePlace, RuleChanges } from "../../../../models/alarm/rules/overrides.ts";
import { catalogue } from "../../../../models/device/catalogue.ts";
import type { Limit } from "../../../../models/device/kind.ts";
import { parties } from "../../../../models/device/parties.ts";
import { buildingId, deviceId } from "../../../../models/ids.ts";
import { useDesk } from "../../../components/desk-context.ts";
import { useBuildings, usePlaceWords } from "../../../components/use-names.ts";
import { ruleNumberNames } from "../../../language/names/rule-names.ts";
import { useWords } from "../../../language/use-words.ts";
import { everyNumberField } from "./rule-draft.ts";

export const limitById: ReadonlyMap<string, Limit> = new Map(
  [...catalogue.values()].flatMap(({ limits }) => limits.map((limit) => [String(limit.id), limit])),
);

export interface RuleWords {
  readonly place: (at: OverridePlace) => string;
  readonly changes: (set: RuleChanges) => string;
}

/** Where something is otherwise, and what, in words. */
export function useRuleWords(): RuleWords {
  const { replica, community } = useDesk();
  const { t, say } = useWords();
  const buildings = useBuildings();
  const placeWords = usePlaceWords();
  return {
    place(at) {
      if ("community" in at) return t("rules.everywhere");
      if ("gridCell" in at) {
        const cell = community.gridCells.find(({ id }) => id === at.gridCell);
        return `${t("rules.cell")} ${cell === undefined ? at.gridCell : say(cell.name)}`;
      }
      if ("device" in at) {
        const device = replica.deviceOf(deviceId(at.device));
        return device === undefined ? at.device : say(device.device.name);
      }
      const building = buildingId(at.building);
      if (!buildings.has(building)) return at.building;
      const storey = "storey" in at ? at.storey : null;
      return placeWords({ building, storey, dwelling: null, space: null, at: null });
    },
    changes(set) {
      const party = [...parties].find(([id]) => id === set.party)?.[1];
      return [
        set.enabled === undefined ? null : t(set.enabled ? "rules.on" : "rules.off"),
        ...everyNumberField.map((field) =>
          set[field] === undefined ? null : `${say(ruleNumberNames[field])} ${set[field]}`,
        ),
        set.priority ?? null,
        party === undefined ? null : say(party),
        set.response === undefined ? null : t("rules.response"),
      ]
        .filter((part) => part !== null)
        .join(" · ");
    },
  };
}
