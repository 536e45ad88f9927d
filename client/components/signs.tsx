import type { Priority } from "../../models/device/kind.ts";
import { priorityNames } from "../language/names/device-names.ts";
import { qualityNames } from "../language/names/quality-names.ts";
import { useWords } from "../language/use-words.ts";
import { priorityShape } from "../look/palette.ts";
import { conditionShape, type Condition } from "../look/sign-shapes.ts";
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

/** Trust in a value by shape, colour and word; `quietGood` leaves a good one unsaid to the eye. */
export function ConditionSign({
  condition,
  quietGood = false,
}: {
  readonly condition: Condition;
  readonly quietGood?: boolean;
}) {
  const { say } = useWords();
  const quiet = quietGood && condition === "good";
  return (
    <span className={`sign condition-${condition}${quiet ? " quiet" : ""}`}>
      <svg viewBox="-1.15 -1.15 2.3 2.3" aria-hidden="true">
        <path d={conditionShape[condition]} />
      </svg>
      <span className={quiet ? "only-heard" : undefined}>{say(qualityNames[condition])}</span>
    </span>
  );
}

/** The one thing to say of a device: its alert, else how far it can be trusted. */
export function StandingSign({
  priority,
  condition,
}: {
  readonly priority: Priority | null;
  readonly condition: Condition;
}) {
  if (priority === null) return <ConditionSign condition={condition} quietGood />;
  return (
    <span className="signs">
      <PrioritySign priority={priority} />
      {condition !== "good" && <ConditionSign condition={condition} />}
    </span>
  );
}
