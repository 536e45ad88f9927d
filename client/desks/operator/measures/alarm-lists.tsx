import { Button } from "@mantine/core";
import type { MeasuresReport } from "../../../../models/alarm/measures/report.ts";
import type { Flood } from "../../../../models/alarm/flood.ts";
import { DataTable } from "../../../components/data-table.tsx";
import { useDesk } from "../../../components/desk-context.ts";
import { Panel } from "../../../components/panel.tsx";
import { useFormats } from "../../../components/use-formats.ts";
import { useWords } from "../../../language/use-words.ts";
import { NamedAlarms } from "./named-alarms.tsx";
import { ShareBar } from "./share-bar.tsx";
import { showInTable } from "./show-in-table.ts";

/** The last so many floods. */
const mostFloods = 10;

/** What to mend, for who mends it: which alarms make the load, and which tell nothing. */
export function AlarmLists({ report }: { readonly report: MeasuresReport }) {
  const { t } = useWords();
  const formats = useFormats();
  const times = (n: number): string => t("measures.times", { n: formats.number(n, 1) });
  const since = (sinceMs: number): string => formats.age(report.untilMs - sinceMs);
  const window = { of: "between", fromMs: Math.floor(report.fromMs), untilMs: null } as const;
  const most = report.frequent[0]?.share ?? 1;
  const open = { of: "open" } as const;
  return (
    <Panel title={t("measures.lists")} note={t("measures.listsHow")} className="measures-part">
      <NamedAlarms
        title={t("measures.frequent")}
        none={t("measures.noneFrequent")}
        time={window}
        rows={report.frequent.map(({ alarm, times: n, share }) => ({
          alarm,
          said: times(n),
          more: (
            <>
              <ShareBar share={share / most} />
              <span className="numeric">{formats.number(share * 100, 0.1)} %</span>
            </>
          ),
        }))}
      />
      <NamedAlarms
        title={t("measures.chattering")}
        none={t("measures.noneChattering")}
        time={window}
        rows={report.chattering.map(({ alarm, times: n }) => ({ alarm, said: times(n) }))}
      />
      <NamedAlarms
        title={t("measures.fleeting")}
        none={t("measures.noneFleeting")}
        time={window}
        rows={report.fleeting.map(({ alarm, times: n }) => ({ alarm, said: times(n) }))}
      />
      <NamedAlarms
        title={t("measures.stale")}
        none={t("measures.noneStale")}
        time={open}
        rows={report.stale.map(({ alarm, sinceMs }) => ({ alarm, said: since(sinceMs) }))}
      />
      <NamedAlarms
        title={t("measures.standing")}
        none={t("measures.noneStanding")}
        time={open}
        rows={report.standing.map(({ alarm, sinceMs }) => ({ alarm, said: since(sinceMs) }))}
      />
      <Floods floods={report.floods} untilMs={report.untilMs} />
    </Panel>
  );
}

function Floods({ floods, untilMs }: { readonly floods: readonly Flood[]; readonly untilMs: number }) {
  const { view } = useDesk();
  const { t } = useWords();
  const formats = useFormats();
  return (
    <section>
      <h3>
        {t("measures.floods")} <span className="tab-count">{formats.number(floods.length, 1)}</span>
      </h3>
      <DataTable
        label={t("measures.floods")}
        heads={[
          t("measures.floodBegan"),
          { numeric: t("measures.floodLasted") },
          { numeric: t("measures.announced") },
          t("measures.floodAlarms"),
        ]}
        empty={t("measures.noneFloods")}
      >
        {floods
          .slice(-mostFloods)
          .toReversed()
          .map((flood) => (
            <tr key={flood.fromMs}>
              <td>{formats.dateTime(flood.fromMs)}</td>
              <td className="numeric">
                {formats.age((flood.untilMs ?? untilMs) - flood.fromMs)}
                {flood.untilMs === null && ` ${t("measures.goesOn")}`}
              </td>
              <td className="numeric">{formats.number(flood.announced, 1)}</td>
              <td>
                <Button
                  onClick={() =>
                    showInTable(view, {
                      time: {
                        of: "between",
                        fromMs: Math.floor(flood.fromMs),
                        untilMs: flood.untilMs === null ? null : Math.ceil(flood.untilMs),
                      },
                    })
                  }
                >
                  {t("measures.show")}
                </Button>
              </td>
            </tr>
          ))}
      </DataTable>
    </section>
  );
}
