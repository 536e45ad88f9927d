import { Button, Checkbox } from "@mantine/core";
import { useEffect, useState } from "react";
import type { MappingRow } from "../../../../models/mapping/mapping-file.ts";
import { useDesk, type Asked } from "../../../components/desk-context.ts";
import { useWords } from "../../../language/use-words.ts";
import { draftOf, previewAnswer, unfitOf, type PreviewAnswer } from "./mapping-answers.ts";
import { PlaceFields } from "./place-fields.tsx";
import { ValueRows } from "./value-rows.tsx";
import { WhatFields } from "./what-fields.tsx";

interface DeviceMappingProps {
  readonly device: string;
  /** Id of the row it is known by; null while it waits. */
  readonly mapped: string | null;
  readonly onChanged: () => void;
}

const lookAfterMs = 300;

/** One device: what it is, where it is, what its values become; what that would give is tried all along. */
export function DeviceMapping(props: DeviceMappingProps) {
  const { t, say } = useWords();
  const asked = useDraft(props.device);
  const first = asked?.ok === true ? draftOf(asked.body) : null;
  if (first !== null) return <MappingForm {...props} first={first} />;
  const failed = asked?.ok === false ? t("mapping.failed", { sentence: say(asked.sentence) }) : null;
  return <p className="mapping-empty">{failed ?? t("figure.loading")}</p>;
}

function useDraft(device: string): Asked | null {
  const { ask } = useDesk();
  const [asked, setAsked] = useState<Asked | null>(null);
  useEffect(() => {
    let wanted = true;
    const load = async (): Promise<void> => {
      const answer = await ask(`/api/v1/mapping/draft?device=${encodeURIComponent(device)}`);
      if (wanted) setAsked(answer);
    };
    void load();
    return () => {
      wanted = false;
    };
  }, [ask, device]);
  return asked;
}

interface MappingFormProps extends DeviceMappingProps {
  readonly first: MappingRow;
}

function MappingForm({ device, mapped, onChanged, first }: MappingFormProps) {
  const { tell } = useDesk();
  const { t, say } = useWords();
  const [row, setRow] = useState(first);
  const [told, setTold] = useState("");
  const preview = usePreview(device, row);
  const unfit = unfitOf(preview);
  const [confirmed, setConfirmed] = useState(false);
  const change = (next: MappingRow): void => {
    setRow(next);
    setConfirmed(false);
    setTold("");
  };
  const conclude = (asked: Asked, done: string): void => {
    setTold(asked.ok ? done : t("mapping.failed", { sentence: say(asked.sentence) }));
    onChanged();
  };
  const save = async (): Promise<void> =>
    conclude(await tell("/api/v1/mapping/rows", { row, confirmed }), t("mapping.saved"));
  const remove = async (): Promise<void> =>
    conclude(await tell("/api/v1/mapping/rows/remove", { id: mapped }), t("mapping.removed"));
  return (
    <form
      className="device-mapping"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <WhatFields row={row} onChange={change} />
      <PlaceFields row={row} onChange={change} />
      <ValueRows row={row} onChange={change} values={preview?.ok === true ? preview.values : []} />
      <footer className="mapping-foot">
        {unfit.length > 0 && (
          <div className="mapping-unfit">
            <p className="office-failed">{t("mapping.unfit", { places: unfit.join(", ") })}</p>
            <Checkbox
              label={t("mapping.saveUnfit")}
              checked={confirmed}
              onChange={(event) => setConfirmed(event.currentTarget.checked)}
            />
          </div>
        )}
        <Button
          type="submit"
          variant="filled"
          disabled={row.points.length === 0 || (unfit.length > 0 && !confirmed)}
        >
          {t("mapping.save")}
        </Button>
        {/* A row for a sort of device is not this device's to remove. */}
        {mapped === row.id && <Button onClick={() => void remove()}>{t("mapping.remove")}</Button>}
        <p role="status" className={told === "" && preview?.ok === false ? "office-failed" : "panel-note"}>
          {told === "" ? previewWords(preview, say, (name, n) => t("mapping.wouldBe", { name, n })) : told}
        </p>
      </footer>
    </form>
  );
}

function previewWords(
  preview: PreviewAnswer | null,
  say: ReturnType<typeof useWords>["say"],
  wouldBe: (name: string, n: number) => string,
): string {
  if (preview === null) return "";
  return preview.ok ? wouldBe(say(preview.device.name), preview.device.points.length) : say(preview.problem);
}

/** What the row would make of the device, a moment after it was last changed. */
function usePreview(device: string, row: MappingRow): PreviewAnswer | null {
  const { tell, clock } = useDesk();
  const [preview, setPreview] = useState<PreviewAnswer | null>(null);
  useEffect(() => {
    let wanted = true;
    const look = async (): Promise<void> => {
      const asked = await tell("/api/v1/mapping/preview", { device, row });
      if (!wanted) return;
      const read = asked.ok ? previewAnswer.safeParse(asked.body) : null;
      if (read?.success) setPreview(read.data);
      else if (!asked.ok) setPreview({ ok: false, problem: asked.sentence });
    };
    const callOff = clock.after(lookAfterMs, () => void look());
    return () => {
      wanted = false;
      callOff();
    };
  }, [tell, clock, device, row]);
  return preview;
}
