import { type Alarm, isAlarm, isOpen } from "../../../models/alarm/alarm.ts";
import { useWords } from "../../language/use-words.ts";
import { alertFacts } from "../alert-facts.ts";
import { useDesk } from "../desk-context.ts";
import { useSignal } from "../use-signal.ts";
import { AlarmDoing } from "./alarm-doing.tsx";

interface DeedsLeftProps {
  readonly of: (seen: Alarm) => boolean;
  /** Says also of which device, where more than one is told of. */
  readonly named?: boolean;
}

/** What this person asked of alarms that are open no longer, whose rows are gone: told until they have seen it. */
export function DeedsLeft({ of, named = false }: DeedsLeftProps) {
  const { alarms, replica } = useDesk();
  const { t, say } = useWords();
  const doing = useSignal(alarms.doing);
  const alerts = useSignal(replica.alerts);
  if (doing.size === 0) return null;
  const open = new Set(alerts.filter((alert) => isAlarm(alert) && isOpen(alert)).map(({ id }) => id));
  const left = [...doing.values()].map(({ seen }) => seen).filter((seen) => of(seen) && !open.has(seen.id));
  if (left.length === 0) return null;
  return (
    <ul className="deeds-left" aria-label={t("alarm.deedsLeft")}>
      {left.map((seen) => {
        const facts = alertFacts(seen, replica);
        const message = facts?.message == null ? seen.limit : say(facts.message);
        return (
          <li key={seen.alarm}>
            <span className="deeds-left-of">
              {message}
              {named && ` · ${facts === null ? seen.device : say(facts.name)}`}
            </span>
            <AlarmDoing of={seen} />
          </li>
        );
      })}
    </ul>
  );
}
