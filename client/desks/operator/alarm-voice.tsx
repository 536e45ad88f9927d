import { Button } from "@mantine/core";
import { useEffect, useState } from "react";
import { type Alarm, isAlarm, isSilenced } from "../../../models/alarm/alarm.ts";
import { isFlooded, noFlood, type FloodWatch } from "../../../models/alarm/flood.ts";
import { groupAlarms } from "../../../models/alarm/grouping.ts";
import { isMuted } from "../../../models/alarm/mute.ts";
import { Announcer } from "../../alarms/announcer.ts";
import { alertFacts } from "../../components/alert-facts.ts";
import { whereaboutsIn } from "../../components/alarms/whereabouts.ts";
import { useDesk } from "../../components/desk-context.ts";
import { foremost } from "../../components/device-counts.ts";
import { useFormats } from "../../components/use-formats.ts";
import { useSignal } from "../../components/use-signal.ts";
import { useWords } from "../../language/use-words.ts";

/** What is heard of alarms: whether it can be, until when it is muted; and whether they come as a flood. */
export function AlarmVoice() {
  const { replica, community, clock, beat, sound } = useDesk();
  const { t, say } = useWords();
  const formats = useFormats();
  const [flood, setFlood] = useState<FloodWatch>(noFlood);
  const [heard, setHeard] = useState<readonly Alarm[]>([]);
  useEffect(() => {
    const groupOf = (alarm: { readonly alarm: string }): string => {
      const alerts = replica.alerts.get();
      const groups = groupAlarms(alerts.filter(isAlarm), whereaboutsIn(community, replica, alerts));
      return groups.find(({ alarms }) => alarms.some((id) => id === alarm.alarm))?.key ?? alarm.alarm;
    };
    const announcer = new Announcer({
      alerts: replica.alerts,
      clock,
      nowMs: () => replica.nowMs(),
      groupOf,
      play: (priority) => sound.play(priority),
      tell: setHeard,
    });
    const stop = announcer.flood.subscribe(() => setFlood(announcer.flood.get()));
    const touched = (): void => void sound.unblock();
    document.addEventListener("pointerdown", touched);
    document.addEventListener("keydown", touched);
    return () => {
      stop();
      announcer.close();
      document.removeEventListener("pointerdown", touched);
      document.removeEventListener("keydown", touched);
    };
  }, [replica, community, clock, sound]);
  const { blocked, mutedUntilMs } = useSignal(sound.state);
  useSignal(beat);
  const silenced = useSignal(replica.alerts).filter((alert) => isAlarm(alert) && isSilenced(alert)).length;
  const muted = isMuted(mutedUntilMs, replica.nowMs());
  const first = foremost(heard);
  const facts = first && alertFacts(first, replica);
  const what = first && (facts?.message == null ? first.limit : say(facts.message));
  // With its place: the same words once more would not be heard.
  const where = first && (facts === null ? first.device : say(facts.name));
  return (
    <div className="alarm-voice" role="group" aria-label={t("alarm.voice")}>
      {isFlooded(flood) && (
        <span className="alarm-flood" role="status">
          ≋{" "}
          {t("alarm.flood", { n: flood.flood?.announced ?? 0, time: formats.hour(flood.flood?.fromMs ?? 0) })}
        </span>
      )}
      <span className={silenced === 0 ? "zero" : undefined}>
        ‖ {t("alarm.withdrawn", { n: formats.number(silenced, 1) })}
      </span>
      {blocked && !muted && (
        <span className="alarm-blocked" role="status">
          ✕ {t("alarm.blocked")}
        </span>
      )}
      <span className="only-heard" role="status" aria-live="polite">
        {first !== null && t("strip.announce", { n: heard.length, message: `${what}, ${where}` })}
      </span>
      <Button aria-pressed={muted} onClick={() => sound.toggleMute()}>
        {muted ? t("alarm.muted", { time: formats.hour(mutedUntilMs) }) : t("alarm.mute")}
      </Button>
    </div>
  );
}
