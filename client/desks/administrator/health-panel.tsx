import { useDesk } from "../../components/desk-context.ts";
import { Panel } from "../../components/panel.tsx";
import { usePolled } from "../../components/polled.ts";
import { useFormats } from "../../components/use-formats.ts";
import { healthNames } from "../../language/names/office-names.ts";
import { useWords } from "../../language/use-words.ts";
import { healthAnswer } from "./answers.ts";
import { CounterTable } from "./counter-table.tsx";
import { HistoryTable } from "./history-table.tsx";
import { ProblemList } from "./problem-list.tsx";
import { roomRows } from "./room-figures.ts";
import { RoomTable } from "./room-table.tsx";

const everyMs = 5000;

/** How the server is: what is wrong and what to do, its rooms, what is kept, what devices sent. */
export function HealthPanel() {
  const { clock } = useDesk();
  const words = useWords();
  const { t, say } = words;
  const formats = useFormats();
  const { polled } = usePolled("/health", healthAnswer, everyMs);
  if (polled.state === "loading") return <Panel title={t("office.health")}>{t("figure.loading")}</Panel>;
  if (polled.state === "failed")
    return (
      <Panel title={t("office.health")}>
        <p className="office-failed">{t("office.failed", { sentence: say(polled.sentence) })}</p>
      </Panel>
    );
  const { status, problems = [], figures, readings } = polled.body;
  return (
    <>
      <Panel
        title={t("office.health")}
        side={<b className={`health health-${status}`}>{say(healthNames[status])}</b>}
      >
        <ProblemList problems={problems} />
        {figures !== undefined && <RoomTable rows={roomRows(polled.body, words, formats, clock.now())} />}
      </Panel>
      {figures !== undefined && (
        <Panel title={t("health.history")} note={t("health.historyHow")}>
          <HistoryTable kept={figures.history.kept} />
        </Panel>
      )}
      {readings !== undefined && (
        <Panel title={t("office.counters")}>
          <CounterTable counters={readings} />
        </Panel>
      )}
    </>
  );
}
