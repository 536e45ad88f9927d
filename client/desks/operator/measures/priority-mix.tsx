import { priorities } from "../../../../models/device/kind.ts";
import type { MeasuresReport } from "../../../../models/alarm/measures/report.ts";
import { PrioritySign } from "../../../components/signs.tsx";
import { useFormats } from "../../../components/use-formats.ts";
import { useWords } from "../../../language/use-words.ts";
import { mixMeasures } from "./measure-rows.ts";
import { ShareBar } from "./share-bar.tsx";
import { VerdictSign } from "./verdict-sign.tsx";

/** How the announcements are spread over the priorities, beside how they should be. */
export function PriorityMix({ report }: { readonly report: MeasuresReport }) {
  const { t } = useWords();
  const formats = useFormats();
  const percent = (share: number): string => `${formats.number(share * 100, 1)} %`;
  return (
    <>
      <h3>{t("measures.mix")}</h3>
      <ul className="measures-mix">
        {priorities.map((priority) => {
          const { share, target, times } = report.priorities[priority];
          return (
            <li key={priority}>
              <PrioritySign priority={priority} />
              <ShareBar share={share} target={target} />
              <span className="numeric">{percent(share)}</span>
              {priority === "P4" ? (
                <span />
              ) : (
                <VerdictSign verdict={report.judged[mixMeasures[priority]].verdict} />
              )}
              <span className="measures-when">
                {t("measures.target", { share: percent(target), n: formats.number(times, 1) })}
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
}
