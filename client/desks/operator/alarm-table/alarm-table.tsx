import { useCallback, useState } from "react";
import type { PastAlarm } from "../../../../models/alarm/past.ts";
import { actionsIn } from "../../../../models/alarm/transition.ts";
import type { AlertId } from "../../../../models/ids.ts";
import { DeedsLeft } from "../../../components/alarms/deeds-left.tsx";
import { goToAlert } from "../../../components/alert-facts.ts";
import { useDesk } from "../../../components/desk-context.ts";
import { useFormats } from "../../../components/use-formats.ts";
import { usePart, useSignal } from "../../../components/use-signal.ts";
import { useWords } from "../../../language/use-words.ts";
import { AlarmGrid } from "./alarm-grid.tsx";
import { FilterBar } from "./filter-bar.tsx";
import { TableEmpty } from "./table-empty.tsx";
import { TableStatus } from "./table-status.tsx";
import { useTableFeed } from "./use-table-feed.ts";
import "./alarm-table.css";

/** All alarms, open and past, in one table; choosing one opens its card beside it. */
export default function AlarmTable() {
  const { replica, view, alarms } = useDesk();
  const { t } = useWords();
  const formats = useFormats();
  const filter = usePart(view, "alarmFilter");
  const { feed, hold } = useTableFeed(filter);
  const [chosen, setChosen] = useState<AlertId | null>(null);
  const selection = usePart(view, "selection");
  const onFilter = view.filterAlarms;
  const choose = (row: PastAlarm): void => {
    const { alarm, about } = row;
    setChosen(alarm.id);
    goToAlert(about === null ? alarm : { ...alarm, about }, replica, view);
  };
  const acknowledge = ({ alarm, state }: PastAlarm): void => {
    const doing = alarms.doing.get().get(alarm.alarm);
    // That it was not done is what is to be acknowledged first.
    if (doing?.state === "refused" && doing.seen.id === alarm.id) alarms.dismiss(alarm.alarm);
    else if (actionsIn(state).includes("acknowledge")) alarms.do(alarm, { action: "acknowledge", note: "" });
  };
  const past = useSignal(feed.pages.state).state;
  const more = useCallback(() => feed.more(), [feed]);
  return (
    <section className="alarm-table" id="list" aria-label={t("table.name")}>
      <FilterBar filter={filter} onFilter={onFilter} people={peopleIn(feed.book.rows())} />
      <div className="table-top">
        <TableStatus feed={feed} order={filter.order} onSettle={() => feed.look(true, true)} />
        <DeedsLeft named of={() => true} />
      </div>
      {feed.book.shown.length === 0 ? (
        <TableEmpty feed={feed} filter={filter} onFilter={onFilter} />
      ) : (
        <AlarmGrid
          book={feed.book}
          order={filter.order}
          onOrder={(order) => onFilter({ ...filter, order })}
          hold={hold}
          today={formats.date(replica.nowMs())}
          chosen={selection.kind === "none" ? null : chosen}
          onChoose={choose}
          onAcknowledge={acknowledge}
          hasMore={feed.withPast && past === "more"}
          onEnd={more}
        />
      )}
    </section>
  );
}

/** Those who acknowledged something, a name a line: the same while they are the same. */
function peopleIn(rows: Iterable<PastAlarm>): string {
  const names = new Set<string>();
  for (const { alarm } of rows) if (alarm.acknowledgement !== null) names.add(alarm.acknowledgement.by.name);
  return [...names].toSorted().join("\n");
}
