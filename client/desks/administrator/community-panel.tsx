import { DataTable } from "../../components/data-table.tsx";
import { useDesk } from "../../components/desk-context.ts";
import { ModelFacts } from "../../components/model-facts.tsx";
import { Panel } from "../../components/panel.tsx";
import { useFormats } from "../../components/use-formats.ts";
import { useWords } from "../../language/use-words.ts";

/** What the community was read from, what came of it, and what was left out and why. */
export function CommunityPanel() {
  const { community } = useDesk();
  const { t, say } = useWords();
  const formats = useFormats();
  const { skipped } = community;
  return (
    <Panel title={t("office.community")}>
      <ModelFacts />
      <h3>{t("office.skipped")}</h3>
      {skipped.length === 0 ? (
        <p className="panel-note">{t("office.nothingSkipped")}</p>
      ) : (
        <DataTable
          label={t("office.skipped")}
          heads={[t("office.what"), t("office.why"), { numeric: t("office.count") }]}
          empty={t("office.nothingSkipped")}
        >
          {skipped.map(({ what, why, words, count }) => (
            <tr key={`${what} ${why}`}>
              <td>{say(words.what)}</td>
              <td>{say(words.why)}</td>
              <td className="numeric">{formats.number(count, 1)}</td>
            </tr>
          ))}
        </DataTable>
      )}
    </Panel>
  );
}
