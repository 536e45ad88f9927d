import { Button } from "@mantine/core";
import { useEffect, useState } from "react";
import { type Alarm, isAlarm, isSilenced } from "../../../models/alarm/alarm.ts";
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
import { FloodSign } from "./flood-sign.tsx";

interface AlarmVoiceProps {
  /** Lists the alarms: in groups, or those withdrawn. */
  readonly onAlarms: (view: "grouped" | "silenced") => void;
}

/** What is heard of alarms: whether it can be, until when it is muted; and whether they come as a flood. */
export function AlarmVoice({ onAlarms }: AlarmVoiceProps) {
  const { replica, community, clock, beat, sound } = useDesk();
  const { t, say } = useWords();
  const formats = useFormats();
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
    const touched = (): void => void sound.unblock();
    document.addEventListener("pointerdown", touched);
    document.addEventListener("keydown", touched);
    return () => {
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
      <FloodSign onGroups={() => onAlarms("grouped")} />
      {silenced > 0 && (
        <button type="button" className="plain-button strip-link" onClick={() => onAlarms("silenced")}>
          ‖ {t("alarm.withdrawn", { n: formats.number(silenced, 1) })}
        </button>
      )}
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
