import { Button } from "@mantine/core";
import { type AlarmFilter, isNarrowed, usualAlarmFilter } from "../../../../models/view/alarm-filter.ts";
import { useDesk } from "../../../components/desk-context.ts";
import { useMeasured } from "../../../components/measured.ts";
import { useSignal } from "../../../components/use-signal.ts";
import { useWords } from "../../../language/use-words.ts";
import type { TableFeed } from "./table-feed.ts";

interface TableEmptyProps {
  readonly feed: TableFeed;
  readonly filter: AlarmFilter;
  readonly onFilter: (filter: AlarmFilter) => void;
}

/** Why there is nothing to see, and where there might be something. */
export function TableEmpty({ feed, filter, onFilter }: TableEmptyProps) {
  const { link } = useDesk();
  const { t } = useWords();
  const past = useSignal(feed.pages.state).state;
  const measured = useMeasured();
  const connected = useSignal(link).state === "live";
  // What failed is said, with a way on, where the table says how far it has read.
  if (feed.withPast && past === "failed") return null;
  if ((feed.withPast && past !== "whole") || (!feed.withPast && !connected))
    return <p className="table-none">{t("figure.loading")}</p>;
  if (measured === "no") return <p className="table-none">{t("list.noDevices")}</p>;
  const look = (span: "24h" | "7d"): void => onFilter({ ...filter, time: { of: "last", span } });
  const { time, order } = filter;
  return (
    <div className="table-none">
      <p>
        {t(isNarrowed(filter) ? "table.noneSo" : time.of === "open" ? "table.noneOpen" : "table.noneThen")}
      </p>
      {isNarrowed(filter) && (
        <Button onClick={() => onFilter({ ...usualAlarmFilter, time, order })}>{t("table.clear")}</Button>
      )}
      {time.of === "open" && <Button onClick={() => look("24h")}>{t("table.lookBack")}</Button>}
      {time.of === "last" && time.span !== "7d" && (
        <Button onClick={() => look("7d")}>{t("table.lookBackWeek")}</Button>
      )}
    </div>
  );
}
