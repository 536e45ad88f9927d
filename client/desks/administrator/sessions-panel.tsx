import { Button } from "@mantine/core";
import { dutyNames, duties } from "../../../models/duty/duty.ts";
import { DataTable } from "../../components/data-table.tsx";
import { useDesk } from "../../components/desk-context.ts";
import { Panel } from "../../components/panel.tsx";
import { usePolled } from "../../components/polled.ts";
import { useFormats } from "../../components/use-formats.ts";
import { useWords } from "../../language/use-words.ts";
import { sessionsAnswer } from "./answers.ts";

const everyMs = 10_000;

/** Who is signed in, and the way to end it at once. */
export function SessionsPanel() {
  const { tell } = useDesk();
  const { t, say } = useWords();
  const formats = useFormats();
  const { polled, again } = usePolled("/api/v1/sessions", sessionsAnswer, everyMs);
  const end = async (session: string): Promise<void> => {
    await tell(`/api/v1/sessions/${session}/end`, {});
    again();
  };
  const dutyName = (name: string): string => {
    const duty = duties.find((each) => each === name);
    return duty === undefined ? name : say(dutyNames[duty]);
  };
  return (
    <Panel title={t("office.sessions")}>
      {polled.state === "failed" && (
        <p className="office-failed">{t("office.failed", { sentence: say(polled.sentence) })}</p>
      )}
      {polled.state === "here" && (
        <DataTable
          label={t("office.sessions")}
          heads={[
            t("office.person"),
            { numeric: t("office.began") },
            { numeric: t("office.ends") },
            t("office.end"),
          ]}
          empty={t("office.noSessions")}
        >
          {polled.body.sessions.map(({ session, duty, beganAtMs, expiresAtMs, own }) => (
            <tr key={session}>
              <td>
                {dutyName(duty)}
                {own && ` (${t("office.you")})`}
              </td>
              <td className="numeric">{formats.dateTime(beganAtMs)}</td>
              <td className="numeric">{formats.dateTime(expiresAtMs)}</td>
              <td>
                {!own && (
                  <Button size="compact-sm" onClick={() => void end(session)}>
                    {t("office.end")}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </DataTable>
      )}
    </Panel>
  );
}
