import { Button } from "@mantine/core";
import { DataTable } from "../../components/data-table.tsx";
import { Panel } from "../../components/panel.tsx";
import { usePolled } from "../../components/polled.ts";
import { useDesk } from "../../components/desk-context.ts";
import { useFormats } from "../../components/use-formats.ts";
import { trayReasonNames } from "../../language/names/office-names.ts";
import { useWords } from "../../language/use-words.ts";
import { trayAnswer } from "./answers.ts";

const everyMs = 5000;

/** What unknown devices sent: its shape, never its values. */
export function TrayPanel({ onMap }: { readonly onMap: () => void }) {
  const { replica } = useDesk();
  const { t, say } = useWords();
  const formats = useFormats();
  const { polled } = usePolled("/api/v1/tray", trayAnswer, everyMs);
  const reasonOf = (why: string): string => {
    const reason = trayReasonNames.get(why);
    return reason === undefined ? why : say(reason);
  };
  return (
    <Panel
      title={t("office.tray")}
      note={t("office.trayHow")}
      side={<Button onClick={onMap}>{t("mapping.open")}</Button>}
    >
      {polled.state === "failed" && (
        <p className="office-failed">{t("office.failed", { sentence: say(polled.sentence) })}</p>
      )}
      {polled.state === "here" && (
        <DataTable
          label={t("office.tray")}
          heads={[
            `${t("office.device")} · ${t("office.why")}`,
            `${t("office.properties")} · ${t("office.shape")}`,
            { numeric: t("office.lastSeen") },
            { numeric: t("office.count") },
          ]}
          empty={t("office.trayEmpty")}
        >
          {polled.body.devices.map(({ device, topic, why, problem, properties, lastMs, count }) => (
            <tr key={`${device} ${topic}`} className="tray-row">
              <td>
                <code>{device}</code>
                <div className="panel-note">{reasonOf(why)}</div>
                {problem !== null && <div className="panel-note">{say(problem)}</div>}
              </td>
              <td>
                <ul>
                  {properties.map(({ property, shape }) => (
                    <li key={property}>
                      <code>{property}</code> <span className="panel-note">{shape}</span>
                    </li>
                  ))}
                </ul>
              </td>
              <td className="numeric">{formats.age(replica.nowMs() - lastMs)}</td>
              <td className="numeric">{formats.number(count, 1)}</td>
            </tr>
          ))}
        </DataTable>
      )}
    </Panel>
  );
}
