import type { Priority } from "../../models/device/kind.ts";
import { priorityNames } from "../language/names/device-names.ts";
import { qualityNames } from "../language/names/quality-names.ts";
import { useWords } from "../language/use-words.ts";
import { priorityShape } from "../look/palette.ts";
import { conditionShape, recordedShape, type Condition } from "../look/sign-shapes.ts";
import "./marks.css";

/** Priority by shape, colour and word. */
export function PrioritySign({
  priority,
  wordless = false,
}: {
  readonly priority: Priority;
  readonly wordless?: boolean;
}) {
  const { say } = useWords();
  const word = `${priority} ${say(priorityNames[priority])}`;
  return (
    <span className={`sign priority-${priority.toLowerCase()}`}>
      <svg viewBox="-1.15 -1.15 2.3 2.3" aria-hidden="true">
        <path d={priorityShape[priority]} />
      </svg>
      <span className={wordless ? "only-heard" : undefined}>{word}</span>
    </span>
  );
}

/** Trust in a value by shape, colour and word; `quietGood` leaves a good one to the ear: the normal needs no sign. */
export function ConditionSign({
  condition,
  quietGood = false,
}: {
  readonly condition: Condition;
  readonly quietGood?: boolean;
}) {
  const { say } = useWords();
  if (quietGood && condition === "good")
    return <span className="only-heard">{say(qualityNames[condition])}</span>;
  return (
    <span className={`sign condition-${condition}`}>
      <svg viewBox="-1.15 -1.15 2.3 2.3" aria-hidden="true">
        <path d={conditionShape[condition]} />
      </svg>
      <span>{say(qualityNames[condition])}</span>
    </span>
  );
}

/** A recording speaks for the device, not the device itself. */
export function RecordedSign() {
  const { t } = useWords();
  return (
    <span className="sign recorded-sign" title={t("desk.recordedMeans")}>
      <svg viewBox="-1.15 -1.15 2.3 2.3" aria-hidden="true">
        <path d={recordedShape} fillRule="evenodd" />
      </svg>
      <span>{t("desk.recorded")}</span>
    </span>
  );
}

/** The one thing to say of a device: its alert, else how far it can be trusted; `quietGood` as of a condition. */
export function StandingSign({
  priority,
  condition,
  quietGood = true,
}: {
  readonly priority: Priority | null;
  readonly condition: Condition;
  readonly quietGood?: boolean;
}) {
  if (priority === null) return <ConditionSign condition={condition} quietGood={quietGood} />;
  return (
    <span className="signs">
      <PrioritySign priority={priority} />
      {condition !== "good" && <ConditionSign condition={condition} />}
    </span>
  );
}
