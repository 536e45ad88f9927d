import type * as z from "zod/mini";
import { visibilities } from "../../../models/device/kind.ts";
import { DataTable } from "../../components/data-table.tsx";
import { useFormats } from "../../components/use-formats.ts";
import { visibilityNames } from "../../language/names/room-names.ts";
import { useWords } from "../../language/use-words.ts";
import type { figuresAnswer } from "./answers.ts";

type Kept = z.infer<typeof figuresAnswer>["history"]["kept"];

/** What is recorded, for whom, how much, and until when it is kept. */
export function HistoryTable({ kept }: { readonly kept: Kept }) {
  const { t, say } = useWords();
  const formats = useFormats();
  return (
    <DataTable
      label={t("health.kept")}
      heads={[
        t("health.visibility"),
        { numeric: t("health.keptFor") },
        { numeric: t("health.size") },
        { numeric: t("health.segments") },
        { numeric: t("health.earliest") },
      ]}
      empty={t("health.nothingYet")}
    >
      {visibilities.map((visibility) => {
        const { keepDays, bytes, segments, earliestMs } = kept[visibility];
        return (
          <tr key={visibility}>
            <td>{say(visibilityNames[visibility])}</td>
            <td className="numeric">
              {keepDays === 0
                ? t("health.notKept")
                : t("health.days", { count: formats.number(keepDays, Number.isInteger(keepDays) ? 1 : 0.1) })}
            </td>
            <td className="numeric">{formats.bytes(bytes)}</td>
            <td className="numeric">{formats.number(segments, 1)}</td>
            <td className="numeric">
              {earliestMs === null ? t("health.nothingYet") : formats.dateTime(earliestMs)}
            </td>
          </tr>
        );
      })}
    </DataTable>
  );
}
