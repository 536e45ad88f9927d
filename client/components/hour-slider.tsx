import { Button, NativeSelect, Slider } from "@mantine/core";
import { useState } from "react";
import type { MessageKey } from "../language/messages.ts";
import { useWords } from "../language/use-words.ts";
import { useDesk } from "./desk-context.ts";
import { atMinute, minuteOfDay, noonOf } from "./hour-of-day.ts";
import { useFormats } from "./use-formats.ts";
import { usePart, useSignal } from "./use-signal.ts";
import "./hour-slider.css";

const lastMinute = 24 * 60 - 5;
const marks = [0, 6, 12, 18].map((hour) => ({
  value: hour * 60,
  label: `${String(hour).padStart(2, "0")}:00`,
}));
const daysOfYear: readonly (readonly [MessageKey, number, number])[] = [
  ["open.equinox", 3, 20],
  ["open.summer", 6, 21],
  ["open.winter", 12, 22],
];

/** The light of another hour (and, for who plans, of another day); the values stay those of now. */
export function HourSlider({ withDay = false }: { readonly withDay?: boolean }) {
  const { view, replica, community, beat } = useDesk();
  const { t } = useWords();
  const formats = useFormats();
  const clock = usePart(view, "clock");
  const [day, setDay] = useState<MessageKey>("open.today");
  useSignal(beat);
  const zone = community.timeZone;
  const shownMs = clock.mode === "at" ? clock.atMs : replica.nowMs();
  const back = (): void => {
    setDay("open.today");
    view.setMoment(null);
  };
  const chooseDay = (key: string): void => {
    const chosen = daysOfYear.find(([name]) => name === key);
    const minute = minuteOfDay(shownMs, zone);
    const dayMs =
      chosen === undefined ? replica.nowMs() : noonOf(replica.nowMs(), chosen[1], chosen[2], zone);
    setDay(chosen?.[0] ?? "open.today");
    view.setMoment(atMinute(dayMs, minute, zone));
  };
  return (
    <div className="hour-slider" role="group" aria-label={t("scene.hour")}>
      <output>{formats.hour(shownMs)}</output>
      <Slider
        className="hour-track"
        thumbLabel={t("scene.hour")}
        label={null}
        min={0}
        max={lastMinute}
        step={5}
        marks={marks}
        value={minuteOfDay(shownMs, zone)}
        onChange={(minute) => view.setMoment(atMinute(shownMs, minute, zone))}
      />
      {withDay && (
        <NativeSelect
          aria-label={t("open.day")}
          value={day}
          data={[
            { value: "open.today", label: t("open.today") },
            ...daysOfYear.map(([key]) => ({ value: key, label: t(key) })),
          ]}
          onChange={({ currentTarget }) => chooseDay(currentTarget.value)}
        />
      )}
      <Button disabled={clock.mode === "live"} onClick={back}>
        {t("scene.back")}
      </Button>
    </div>
  );
}
