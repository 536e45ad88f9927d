import { Button } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import * as z from "zod/mini";
import { drillNames, drillPlans, type DrillName } from "../../../models/drill/drill.ts";
import type { Text } from "../../../models/language/text.ts";
import { minutes } from "../../../models/quantity.ts";
import { useWords } from "../../language/use-words.ts";
import { useDesk } from "../desk-context.ts";
import { usePolled } from "../polled.ts";
import { SureQuestion } from "../sure-question.tsx";
import { useFormats } from "../use-formats.ts";
import { useSignal } from "../use-signal.ts";

const path = "/api/v1/drills";
const lookMs = 5000;
const running = z.object({ drill: z.enum(drillNames), fromMs: z.number(), untilMs: z.number() });
const reader = z.object({ running: z.nullable(running) });

/** What may be exercised, what would happen, and what runs since when; each is asked twice. */
export function DrillPanel() {
  const { tell, drop, drill: drillNow } = useDesk();
  const { t, say } = useWords();
  const playing = useSignal(drillNow);
  const { polled, again } = usePolled(path, reader, lookMs);
  const [refused, setRefused] = useState<Text | null>(null);
  const since = polled.state === "here" ? polled.body.running : null;
  useEffect(again, [again, playing]);
  const act = async (name: DrillName): Promise<void> => {
    const asked = await (playing === name ? drop(`${path}/${name}`) : tell(`${path}/${name}`, {}));
    setRefused(asked.ok ? null : asked.sentence);
  };
  return (
    <>
      <ul className="drill-panel">
        {drillNames.map((name) => (
          <DrillRow
            key={name}
            name={name}
            since={since?.drill === name && playing === name ? since : null}
            state={playing === null ? "ready" : playing === name ? "playing" : "waiting"}
            act={() => void act(name)}
          />
        ))}
      </ul>
      {refused !== null && (
        <p className="drill-refused" role="alert">
          {t("drill.refused", { why: say(refused) })}
        </p>
      )}
    </>
  );
}

interface DrillRowProps {
  readonly name: DrillName;
  readonly since: { readonly fromMs: number; readonly untilMs: number } | null;
  /** It may be started, it is played, or another is. */
  readonly state: "ready" | "playing" | "waiting";
  readonly act: () => void;
}

function DrillRow({ name, since, state, act }: DrillRowProps) {
  const { t, say } = useWords();
  const formats = useFormats();
  const [asking, setAsking] = useState(false);
  const place = useRef<HTMLLIElement>(null);
  const shown = useRef(asking);
  useEffect(() => {
    if (shown.current === asking) return;
    shown.current = asking;
    place.current?.querySelector<HTMLElement>("button")?.focus();
  }, [asking]);
  const { title, happens, lengthMs } = drillPlans[name];
  const what = say(title);
  const ends = state === "playing";
  return (
    <li ref={place}>
      <h3>
        {what}
        <small>
          {since === null
            ? t("drill.length", { n: lengthMs / minutes })
            : t("drill.since", { from: formats.time(since.fromMs), until: formats.time(since.untilMs) })}
        </small>
      </h3>
      <p>{say(happens)}</p>
      {asking ? (
        <SureQuestion
          question={t(ends ? "drill.sureEnd" : "drill.sureStart", { what })}
          yes={t(ends ? "drill.yesEnd" : "drill.yesStart")}
          act={() => {
            setAsking(false);
            act();
          }}
          cancel={() => setAsking(false)}
        />
      ) : (
        <Button
          onClick={() => setAsking(true)}
          disabled={state === "waiting"}
          aria-label={`${t(ends ? "drill.end" : "drill.start")}: ${what}`}
        >
          {t(ends ? "drill.end" : "drill.start")}
        </Button>
      )}
    </li>
  );
}
