import { useDesk } from "../../../components/desk-context.ts";
import { RecordedSign } from "../../../components/signs.tsx";
import { useFormats } from "../../../components/use-formats.ts";
import { useWords } from "../../../language/use-words.ts";
import type { ForeignDeviceEntry } from "./mapping-answers.ts";

interface ForeignDeviceListProps {
  readonly devices: readonly ForeignDeviceEntry[];
  readonly chosen: string | null;
  readonly onChoose: (device: string) => void;
}

/** Those that wait first. */
export function ForeignDeviceList({ devices, chosen, onChoose }: ForeignDeviceListProps) {
  const { replica } = useDesk();
  const { t, say } = useWords();
  const formats = useFormats();
  return (
    <ul className="foreign-devices">
      {devices.map(({ id, source, key, recorded, row, problem, lastMs, values, misfits }) => (
        <li key={id}>
          <button type="button" aria-pressed={id === chosen} onClick={() => onChoose(id)}>
            <b>{key}</b>
            <span className={row === null ? "foreign-waits" : "foreign-known"}>
              {row === null ? t("mapping.waits") : t("mapping.known")}
            </span>
            <span className="foreign-facts">
              {source} · {t("mapping.valuesSeen", { n: values })} · {formats.age(replica.nowMs() - lastMs)}
              {recorded && (
                <>
                  {" "}
                  <RecordedSign />
                </>
              )}
            </span>
            {misfits > 0 && <span className="office-failed">{t("mapping.misfits", { n: misfits })}</span>}
            {problem !== null && <span className="office-failed">{say(problem)}</span>}
          </button>
        </li>
      ))}
    </ul>
  );
}
