import { priorities } from "../../../models/device/kind.ts";
import { useDesk } from "../../components/desk-context.ts";
import { countOpen } from "../../components/device-counts.ts";
import { PrioritySign } from "../../components/signs.tsx";
import { useFormats } from "../../components/use-formats.ts";
import { useSignal } from "../../components/use-signal.ts";
import { useWords } from "../../language/use-words.ts";

/** How many alarms of each priority ask for somebody. */
export function WallCounts() {
  const { replica } = useDesk();
  const { t } = useWords();
  const formats = useFormats();
  const counts = countOpen(useSignal(replica.alerts));
  return (
    <ul className="wall-counts" aria-label={t("wall.counts")}>
      {priorities.map((priority) => (
        <li key={priority} className={counts[priority] === 0 ? "zero" : undefined}>
          <PrioritySign priority={priority} wordless />
          <span>{priority}</span> <b>{formats.number(counts[priority], 1)}</b>
        </li>
      ))}
    </ul>
  );
}
