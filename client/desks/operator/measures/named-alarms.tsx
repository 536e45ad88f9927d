import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import type { AlarmId } from "../../../../models/ids.ts";
import type { AlarmFilterTime } from "../../../../models/view/alarm-filter.ts";
import { goToAlert } from "../../../components/alert-facts.ts";
import { useDesk } from "../../../components/desk-context.ts";
import { useFormats } from "../../../components/use-formats.ts";
import { useWords } from "../../../language/use-words.ts";
import { showInTable } from "./show-in-table.ts";
import { useAlarmWords } from "./use-alarm-words.ts";

interface NamedAlarmsProps {
  readonly title: string;
  /** Stands where there are none. */
  readonly none: string;
  /** Of what time the table shows an alarm's episodes. */
  readonly time: AlarmFilterTime;
  readonly rows: readonly { readonly alarm: AlarmId; readonly said: string; readonly more?: ReactNode }[];
}

/** So many are named; how many there are stands above them. */
const mostNamed = 10;

/** Alarms by name: its device is selected by a press, its episodes are in the table by another. */
export function NamedAlarms({ title, none, time, rows }: NamedAlarmsProps) {
  const { view, replica } = useDesk();
  const { t } = useWords();
  const formats = useFormats();
  const wordsOf = useAlarmWords();
  return (
    <section>
      <h3>
        {title} <span className="tab-count">{formats.number(rows.length, 1)}</span>
      </h3>
      {rows.length === 0 && <p className="measures-none">{none}</p>}
      <ul className="named-alarms">
        {rows.slice(0, mostNamed).map(({ alarm, said, more }) => {
          const { message, name, place, device, now } = wordsOf(alarm);
          return (
            <li key={alarm}>
              <button
                type="button"
                className="plain-button named-alarm"
                onClick={() => (now === null ? view.selectDevice(device) : goToAlert(now, replica, view))}
              >
                <span title={message}>{message}</span>
                <span className="measures-when" title={`${name} · ${place}`}>
                  {name}
                  {place !== "" && ` · ${place}`}
                </span>
              </button>
              <span className="named-alarm-said">{said}</span>
              {more !== undefined && <span className="named-alarm-more">{more}</span>}
              <Button
                aria-label={t("measures.showOf", { name: `${name}, ${message}` })}
                onClick={() => showInTable(view, { time, words: alarm })}
              >
                {t("measures.show")}
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
