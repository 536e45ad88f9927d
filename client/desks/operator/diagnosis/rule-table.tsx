import type { RuleOverride } from "../../../../models/alarm/rules/overrides.ts";
import { parties } from "../../../../models/device/parties.ts";
import { seconds } from "../../../../models/quantity.ts";
import type { ToldLimit } from "../../../components/card/answers.ts";
import { conditionText } from "../../../components/card/limit-rows.tsx";
import { DataTable } from "../../../components/data-table.tsx";
import { PrioritySign } from "../../../components/signs.tsx";
import { useFormats } from "../../../components/use-formats.ts";
import { useWords } from "../../../language/use-words.ts";
import type { ReplicaDevice } from "../../../replica/replica-view.ts";

interface RuleTableProps {
  readonly device: ReplicaDevice;
  readonly limits: readonly ToldLimit[] | null;
}

/** The rules that watch over the device, as they are in force, and who made them so. */
export function RuleTable({ device, limits }: RuleTableProps) {
  const { t, say } = useWords();
  const formats = useFormats();
  const specs = new Map(device.device.points.map((spec) => [spec.property, spec]));
  return (
    <DataTable
      label={t("diagnosis.rules")}
      heads={[
        t("diagnosis.rule"),
        t("diagnosis.condition"),
        { numeric: t("diagnosis.delay") },
        t("card.party"),
        t("diagnosis.otherwise"),
      ]}
      empty={limits === null ? t("desk.loading") : t("diagnosis.noRules")}
    >
      {(limits ?? []).map(({ limit, enabled, overrides }) => {
        const spec = specs.get(limit.property);
        const party = parties.get(limit.party);
        return (
          <tr key={limit.id} className={enabled ? undefined : "rule-off"}>
            <th scope="row">
              <PrioritySign priority={limit.priority} /> {say(limit.message)}
            </th>
            <td className="diagnosis-condition">
              {spec === undefined ? "" : conditionText(limit.condition, spec, { t, ...formats })}
            </td>
            <td className="numeric">{limit.onDelayS === 0 ? "–" : formats.age(limit.onDelayS * seconds)}</td>
            <td>{party === undefined ? limit.party : say(party)}</td>
            <td>
              {overrides.length === 0 ? (
                <span className="diagnosis-dim">
                  {limit.verified ? limit.source : t("card.limitUnverified", { source: limit.source })}
                </span>
              ) : (
                <OverrideList overrides={overrides} />
              )}
            </td>
          </tr>
        );
      })}
    </DataTable>
  );
}

function OverrideList({ overrides }: { readonly overrides: readonly RuleOverride[] }) {
  const { t } = useWords();
  const formats = useFormats();
  return (
    <ul>
      {overrides.map(({ set, reason, who, atMs }) => (
        <li key={`${who} ${atMs} ${Object.keys(set).join()}`}>
          {set.enabled === false ? t("card.limitOff") : t("card.limitHere")}
          {": "}
          {reason}
          <span className="diagnosis-dim">
            {" "}
            {who}, {formats.dateTime(atMs)}
          </span>
        </li>
      ))}
    </ul>
  );
}
