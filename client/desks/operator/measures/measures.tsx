import { Button } from "@mantine/core";
import { useState } from "react";
import { seconds } from "../../../../models/quantity.ts";
import type { MeasuresReport } from "../../../../models/alarm/measures/report.ts";
import { usePolled } from "../../../components/polled.ts";
import { useFormats } from "../../../components/use-formats.ts";
import { loadNames } from "../../../language/names/alarm-names.ts";
import { useWords } from "../../../language/use-words.ts";
import { AlarmLists } from "./alarm-lists.tsx";
import { measuresAnswer } from "./answer.ts";
import { Audit } from "./audit.tsx";
import { Performance } from "./performance.tsx";
import "./measures.css";

const everyMs = 5 * seconds;

/** The numbers of ISA-18.2 and EEMUA 191 for this position: how it does, what to mend, what to answer for. */
export default function Measures() {
  const { t, say } = useWords();
  const formats = useFormats();
  const { polled, again } = usePolled("/api/v1/alarms/measures", measuresAnswer, everyMs);
  // What was read last stays, and says that it is not of now.
  const [last, setLast] = useState<MeasuresReport | null>(null);
  if (polled.state === "here" && polled.body !== last) setLast(polled.body);
  const report = polled.state === "here" ? polled.body : last;
  const failed = polled.state === "failed" && (
    <div className="measures-failed" role="status">
      <p>
        {t("measures.failed", { sentence: say(polled.sentence) })}
        {last !== null && ` ${t("measures.lastRead", { time: formats.time(last.untilMs) })}`}
      </p>
      <Button onClick={again}>{t("table.again")}</Button>
    </div>
  );
  if (report === null) return failed || <p className="card-note">{t("figure.loading")}</p>;
  return (
    <section className="measures" id="list" aria-label={t("page.measures")} tabIndex={0}>
      <div>
        {failed}
        <MeasuresHead report={report} />
      </div>
      <div className="measures-columns">
        <div className="measures-column">
          <Performance report={report} />
          <Audit report={report} />
        </div>
        <AlarmLists report={report} />
      </div>
    </section>
  );
}

/** Whose numbers they are, of how many days, and whether that is enough to judge by. */
function MeasuresHead({ report }: { readonly report: MeasuresReport }) {
  const { t, say } = useWords();
  const formats = useFormats();
  const { position, fromMs, days, daysNeeded, announced, load } = report;
  return (
    <header className="measures-head">
      <h2>
        {t("measures.title", {
          position: position === "control-room" ? t("measures.controlRoom") : position,
        })}
      </h2>
      <p>
        {t("measures.since", {
          time: formats.dateTime(fromMs),
          n: formats.number(announced, 1),
        })}
      </p>
      <p className="measures-days" role="status">
        {load === null ? t("measures.tooFewDays", { days, needed: daysNeeded }) : say(loadNames[load])}
      </p>
    </header>
  );
}
