import { memo } from "react";
import { isActive } from "../../../../models/alarm/alarm.ts";
import type { PastAlarm } from "../../../../models/alarm/past.ts";
import { AlarmStateSign } from "../../../components/alarms/state-sign.tsx";
import { useDesk } from "../../../components/desk-context.ts";
import { PrioritySign } from "../../../components/signs.tsx";
import { useFormats } from "../../../components/use-formats.ts";
import { useSignal } from "../../../components/use-signal.ts";
import { useWords } from "../../../language/use-words.ts";
import { AcknowledgedCell } from "./acknowledged-cell.tsx";
import { MomentCell } from "./moment-cell.tsx";
import { useRowWords } from "./use-row-words.ts";

interface GridRowProps {
  readonly id: string;
  readonly row: PastAlarm;
  /** Where it stands, from 0. */
  readonly at: number;
  readonly topPx: number;
  readonly heightPx: number;
  /** The day it is now, in words: what was on another day says which. */
  readonly today: string;
  readonly active: boolean;
  readonly chosen: boolean;
}

/** One episode of an alarm; its keys and presses are the grid's, which has the focus. Drawn anew only for what becomes of it. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { id, row, at, topPx, heightPx, today, active, chosen } = props;
  const { t } = useWords();
  const formats = useFormats();
  const { alarm, state } = row;
  const { message, device, place, party } = useRowWords()(row);
  const wasRaised = alarm.times > 0;
  const gone = wasRaised && !isActive(alarm) ? alarm.untilMs : null;
  return (
    <div
      id={id}
      role="row"
      data-at={at}
      aria-rowindex={at + 2}
      aria-selected={chosen}
      className={`alarm-grid-line alarm-grid-row alarm-${state}${active ? " active" : ""}`}
      style={{ height: heightPx, transform: `translateY(${topPx}px)` }}
    >
      <span role="gridcell" aria-colindex={1}>
        <PrioritySign priority={alarm.priority} />
      </span>
      <span role="gridcell" aria-colindex={2}>
        <AlarmStateSign alarm={alarm} />
      </span>
      <span role="gridcell" aria-colindex={3} className="alarm-grid-words" title={message}>
        {message}
        {alarm.times > 1 && (
          <span className="alarm-grid-times">
            {" "}
            {t("table.againSince", { n: alarm.times, time: formats.hour(alarm.raisedAtMs) })}
          </span>
        )}
      </span>
      <span role="gridcell" aria-colindex={4} className="alarm-grid-words" title={device}>
        {device}
      </span>
      <span role="gridcell" aria-colindex={5} className="alarm-grid-words" title={place}>
        {place}
      </span>
      <span role="gridcell" aria-colindex={6} className="alarm-grid-words" title={party}>
        {party}
      </span>
      <span role="gridcell" aria-colindex={7}>
        {wasRaised ? <MomentCell atMs={alarm.fromMs} today={today} /> : t("table.never")}
      </span>
      <span role="gridcell" aria-colindex={8}>
        {gone !== null && <MomentCell atMs={gone} today={today} />}
      </span>
      <span role="gridcell" aria-colindex={9}>
        <AcknowledgedCell row={row} today={today} />
      </span>
      <span role="gridcell" aria-colindex={10} className="numeric">
        {wasRaised && <Lasted fromMs={alarm.fromMs} untilMs={gone} />}
      </span>
    </div>
  );
});

/** How long it has been there, or was. */
function Lasted({ fromMs, untilMs }: { readonly fromMs: number; readonly untilMs: number | null }) {
  const { replica, beat } = useDesk();
  const formats = useFormats();
  useSignal(beat);
  return <>{formats.age((untilMs ?? replica.nowMs()) - fromMs)}</>;
}
