import * as z from "zod/mini";
import { seconds } from "../../../models/quantity.ts";
import { useFormats } from "../../components/use-formats.ts";
import { usePolled } from "../../components/polled.ts";
import { useWords } from "../../language/use-words.ts";

const flood = z.object({ fromMs: z.number(), untilMs: z.nullable(z.number()), announced: z.number() });
const reader = z.object({ measures: z.object({ floods: z.array(flood) }) });
const lookMs = 5 * seconds;

/** Whether alarms come as a flood, as the position's measures count it: the same at every desk. */
export function FloodSign({ onGroups }: { readonly onGroups: () => void }) {
  const { t } = useWords();
  const formats = useFormats();
  const { polled } = usePolled("/api/v1/alarms/measures", reader, lookMs);
  const last = polled.state === "here" ? polled.body.measures.floods.at(-1) : undefined;
  return (
    <span role="status">
      {last !== undefined && last.untilMs === null && (
        <button type="button" className="plain-button strip-link alarm-flood" onClick={onGroups}>
          ≋ {t("alarm.flood", { n: last.announced, time: formats.hour(last.fromMs) })}
        </button>
      )}
    </span>
  );
}
