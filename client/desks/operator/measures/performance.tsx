import type { Judged } from "../../../../models/alarm/measures/bounds.ts";
import type { MeasuresReport } from "../../../../models/alarm/measures/report.ts";
import { DataTable } from "../../../components/data-table.tsx";
import { Panel } from "../../../components/panel.tsx";
import { useFormats } from "../../../components/use-formats.ts";
import { useWords } from "../../../language/use-words.ts";
import { countedRows, rateRows } from "./measure-rows.ts";
import { PriorityMix } from "./priority-mix.tsx";
import { VerdictSign } from "./verdict-sign.tsx";

/** How the position is doing, for who answers for it. */
export function Performance({ report }: { readonly report: MeasuresReport }) {
  const { t } = useWords();
  const formats = useFormats();
  const { acknowledging } = report;
  const age = (ms: number | null): string => (ms === null ? "–" : formats.age(ms));
  return (
    <Panel title={t("measures.performance")} note={t("measures.performanceHow")} className="measures-part">
      <h3>{t("measures.rates")}</h3>
      <DataTable
        label={t("measures.rates")}
        heads={[
          t("measures.announced"),
          { numeric: t("measures.average") },
          { numeric: t("measures.now") },
          { numeric: t("measures.most") },
          { numeric: t("measures.bounds") },
          t("measures.verdict"),
        ]}
        empty=""
      >
        {rateRows.map(({ measure, span, name }) => {
          const judged = report.judged[measure];
          const peak = report.peaks[span];
          return (
            <tr key={measure}>
              <th scope="row">{t(name)}</th>
              <td className="numeric">{formats.number(judged.value, 0.1)}</td>
              <td className="numeric">{formats.number(report.rolling[span], 1)}</td>
              <td className="numeric">
                {peak === null ? "–" : formats.number(peak.count, 1)}
                {peak !== null && (
                  <span className="measures-when" title={formats.dateTime(peak.atMs)}>
                    {formats.day(peak.atMs)} {formats.hour(peak.atMs)}
                  </span>
                )}
              </td>
              <td className="numeric">
                <Bounds judged={judged} said={(value) => formats.number(value, 1)} />
              </td>
              <td>
                <VerdictSign verdict={judged.verdict} />
              </td>
            </tr>
          );
        })}
      </DataTable>
      <h3>{t("measures.shares")}</h3>
      <DataTable
        label={t("measures.shares")}
        heads={[
          t("measures.measure"),
          { numeric: t("measures.value") },
          { numeric: t("measures.bounds") },
          t("measures.verdict"),
        ]}
        empty=""
      >
        {countedRows.map(({ measure, name, isShare }) => {
          const judged = report.judged[measure];
          const said = (value: number): string =>
            isShare ? `${formats.number(value * 100, 0.1)} %` : formats.number(value, 1);
          return (
            <tr key={measure}>
              <th scope="row">{t(name)}</th>
              <td className="numeric">{said(judged.value)}</td>
              <td className="numeric">
                <Bounds judged={judged} said={said} />
              </td>
              <td>
                <VerdictSign verdict={judged.verdict} />
              </td>
            </tr>
          );
        })}
      </DataTable>
      <PriorityMix report={report} />
      <h3>{t("measures.acknowledging")}</h3>
      <dl className="measures-facts">
        <div>
          <dt>{t("measures.mean")}</dt>
          <dd>{age(acknowledging.meanMs)}</dd>
        </div>
        <div>
          <dt>{t("measures.p90")}</dt>
          <dd>{age(acknowledging.p90Ms)}</dd>
        </div>
        <div>
          <dt>{t("measures.ofSo")}</dt>
          <dd>{formats.number(acknowledging.times, 1)}</dd>
        </div>
      </dl>
    </Panel>
  );
}

/** Up to where it is acceptable, and to where it can be managed; whose bounds these are. */
function Bounds({ judged, said }: { readonly judged: Judged; readonly said: (value: number) => string }) {
  const { acceptable, manageable, source } = judged;
  return (
    <span title={source}>
      ≤ {said(acceptable)}
      {manageable !== null && <span className="measures-when"> / ≤ {said(manageable)}</span>}
    </span>
  );
}
