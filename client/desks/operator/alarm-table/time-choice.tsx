import { Button, TextInput } from "@mantine/core";
import { hours } from "../../../../models/quantity.ts";
import type { AlarmFilterTime, AlarmSpan } from "../../../../models/view/alarm-filter.ts";
import { useDesk } from "../../../components/desk-context.ts";
import type { MessageKey } from "../../../language/messages.ts";
import { useWords } from "../../../language/use-words.ts";
import { fieldOfMoment, momentOfField } from "./zone-field.ts";

interface TimeChoiceProps {
  readonly time: AlarmFilterTime;
  readonly onTime: (time: AlarmFilterTime) => void;
}

const spans: readonly (readonly [AlarmSpan, MessageKey])[] = [
  ["1h", "table.lastHour"],
  ["8h", "table.lastEight"],
  ["24h", "table.lastDay"],
  ["7d", "table.lastWeek"],
];
/** What one begins from who chooses a time by its ends. */
const firstSpanMs = 24 * hours;

/** Of what time alarms are shown: what is open, a look back, or between two moments of the community's clock. */
export function TimeChoice({ time, onTime }: TimeChoiceProps) {
  const { replica, community } = useDesk();
  const { t } = useWords();
  const { timeZone } = community;
  const between = time.of === "between" ? time : null;
  const end = (part: "fromMs" | "untilMs", field: string): void => {
    const changed = { fromMs: null, untilMs: null, ...between, [part]: momentOfField(field, timeZone) };
    onTime({ of: "between", fromMs: changed.fromMs, untilMs: changed.untilMs });
  };
  return (
    <div className="table-time" role="group" aria-label={t("table.time")}>
      <Button aria-pressed={time.of === "open"} onClick={() => onTime({ of: "open" })}>
        {t("table.open")}
      </Button>
      {spans.map(([span, name]) => (
        <Button
          key={span}
          aria-pressed={time.of === "last" && time.span === span}
          onClick={() => onTime({ of: "last", span })}
        >
          {t(name)}
        </Button>
      ))}
      <Button
        aria-pressed={between !== null}
        onClick={() => onTime({ of: "between", fromMs: replica.nowMs() - firstSpanMs, untilMs: null })}
      >
        {t("table.between")}
      </Button>
      {between !== null && (
        <>
          {(["fromMs", "untilMs"] as const).map((part) => (
            <TextInput
              key={part}
              type="datetime-local"
              aria-label={t(part === "fromMs" ? "table.from" : "table.until")}
              title={t(part === "fromMs" ? "table.from" : "table.until")}
              value={fieldOfMoment(between[part], timeZone)}
              onChange={({ currentTarget }) => end(part, currentTarget.value)}
            />
          ))}
        </>
      )}
    </div>
  );
}
