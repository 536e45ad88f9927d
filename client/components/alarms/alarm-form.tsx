import { Button, Checkbox, NativeSelect, TextInput } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import type { AlarmRequest } from "../../../models/alarm/request.ts";
import type { AlarmId } from "../../../models/ids.ts";
import { hours, minutes } from "../../../models/quantity.ts";
import type { AlarmDeed } from "../../alarms/alarm-actions.ts";
import { alarmActionNames } from "../../language/names/alarm-names.ts";
import { useWords } from "../../language/use-words.ts";
import { useDesk } from "../desk-context.ts";
import { useFormats } from "../use-formats.ts";

const lengthsMs = [15 * minutes, 30 * minutes, 1 * hours, 2 * hours, 4 * hours, 8 * hours];

interface AlarmFormProps {
  readonly alarm: AlarmId;
  readonly action: AlarmRequest["action"];
  /** Community time. */
  readonly nowMs: () => number;
  readonly onDeed: (deed: AlarmDeed) => void;
  readonly onCancel: () => void;
}

/** What must be said with an action, in place: nothing covers what it is about. Escape takes it back. */
export function AlarmForm({ alarm, action, nowMs, onDeed, onCancel }: AlarmFormProps) {
  const { writingOn } = useDesk();
  const { t, say } = useWords();
  const formats = useFormats();
  const [words, setWords] = useState("");
  const [lengthMs, setLengthMs] = useState(1 * hours);
  const [oneShot, setOneShot] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    writingOn.set(alarm);
    return () => writingOn.set(null);
  }, [writingOn, alarm]);
  useEffect(() => form.current?.querySelector("input")?.focus(), []);
  useEffect(() => {
    const place = form.current;
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== "Escape") return;
      // The card stays: only the question goes.
      event.stopPropagation();
      onCancel();
    };
    place?.addEventListener("keydown", onKey);
    return () => place?.removeEventListener("keydown", onKey);
  }, [onCancel]);
  const label =
    action === "shelve" ? t("alarm.reason") : action === "take-out" ? t("alarm.workOrder") : t("alarm.note");
  const said = words.trim();
  const deed = (): AlarmDeed => {
    if (action === "shelve")
      return { action, note: "", reason: said, untilMs: Math.round(nowMs() + lengthMs), oneShot };
    if (action === "take-out") return { action, note: "", workOrder: said };
    return { action, note: said };
  };
  return (
    <form
      ref={form}
      className="alarm-form"
      aria-label={say(alarmActionNames[action])}
      onSubmit={(event) => {
        event.preventDefault();
        if (said !== "") onDeed(deed());
      }}
    >
      <TextInput
        label={label}
        value={words}
        maxLength={400}
        required
        onChange={({ currentTarget }) => setWords(currentTarget.value)}
      />
      {action === "shelve" && (
        <>
          <NativeSelect
            label={t("alarm.forHowLong")}
            value={String(lengthMs)}
            data={lengthsMs.map((ms) => ({ value: String(ms), label: formats.age(ms) }))}
            onChange={({ currentTarget }) => setLengthMs(Number(currentTarget.value))}
          />
          <Checkbox
            label={t("alarm.oneShot")}
            checked={oneShot}
            onChange={({ currentTarget }) => setOneShot(currentTarget.checked)}
          />
        </>
      )}
      <div className="alarm-buttons">
        <Button type="submit" variant="filled" disabled={said === ""}>
          {say(alarmActionNames[action])}
        </Button>
        <Button onClick={onCancel}>{t("alarm.cancel")}</Button>
      </div>
    </form>
  );
}
