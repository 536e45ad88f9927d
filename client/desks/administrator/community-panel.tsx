import { DataTable } from "../../components/data-table.tsx";
import { useDesk } from "../../components/desk-context.ts";
import { Panel } from "../../components/panel.tsx";
import { useFormats } from "../../components/use-formats.ts";
import { useWords } from "../../language/use-words.ts";
import type { MessageKey } from "../../language/messages.ts";

const counted: readonly (readonly [keyof ReturnType<typeof useDesk>["community"]["counts"], MessageKey])[] = [
  ["buildings", "open.buildingCount"],
  ["parts", "office.parts"],
  ["storeys", "card.storeys"],
  ["dwellings", "open.dwellingCount"],
  ["vertices", "office.vertices"],
  ["triangles", "office.triangles"],
];

/** What the community was read from, what came of it, and what was left out and why. */
export function CommunityPanel() {
  const { community } = useDesk();
  const { t } = useWords();
  const formats = useFormats();
  const { source, counts, skipped } = community;
  return (
    <Panel title={t("office.community")}>
      <dl className="office-numbers">
        <div>
          <dt>{t("office.source")}</dt>
          <dd>
            {source.format} {source.version}
          </dd>
        </div>
        <div>
          <dt>{t("office.crs")}</dt>
          <dd>{source.crs ?? t("office.crsNone")}</dd>
        </div>
        {counted.map(([count, key]) => (
          <div key={count}>
            <dt>{t(key)}</dt>
            <dd>{formats.number(counts[count], 1)}</dd>
          </div>
        ))}
      </dl>
      <h3>{t("office.skipped")}</h3>
      <DataTable
        label={t("office.skipped")}
        heads={[t("office.what"), t("office.why"), { numeric: t("office.count") }]}
        empty={t("office.nothingSkipped")}
      >
        {skipped.map(({ what, why, count }) => (
          <tr key={`${what} ${why}`}>
            <td>{what}</td>
            <td>{why}</td>
            <td className="numeric">{formats.number(count, 1)}</td>
          </tr>
        ))}
      </DataTable>
    </Panel>
  );
}
