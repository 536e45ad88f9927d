import { Button } from "@mantine/core";
import { useDesk } from "../../../components/desk-context.ts";
import { useFormats } from "../../../components/use-formats.ts";
import { useSignal } from "../../../components/use-signal.ts";
import { useWords } from "../../../language/use-words.ts";
import type { AlarmOrder } from "../../../../models/view/alarm-filter.ts";
import { growsDownward } from "./row-order.ts";
import { csvAddress } from "./search-query.ts";
import type { TableFeed } from "./table-feed.ts";

interface TableStatusProps {
  readonly feed: TableFeed;
  readonly order: AlarmOrder;
  readonly onSettle: () => void;
}

/** How many there are, what waits to take its place, how far the past is read, and all of it as a file. */
export function TableStatus({ feed, order, onSettle }: TableStatusProps) {
  const { beat } = useDesk();
  const { t, say, language } = useWords();
  const formats = useFormats();
  const past = useSignal(feed.pages.state);
  // A look back is exported as of now.
  useSignal(beat);
  const { shown, waiting } = feed.book;
  return (
    <div className="table-status">
      <span role="status">{t("table.count", { n: formats.number(shown.length, 1) })}</span>
      {waiting > 0 && (
        <Button variant="filled" onClick={onSettle}>
          {t("table.waiting", { n: formats.number(waiting, 1) })}
        </Button>
      )}
      {feed.withPast && (
        <span className="table-past" role="status">
          {past.state === "loading" && t("table.reading")}
          {past.state === "more" &&
            !growsDownward(order) &&
            t("table.partly", { n: formats.number(feed.pages.loaded, 1) })}
          {past.state === "failed" && t("table.failed", { sentence: say(past.sentence) })}
        </span>
      )}
      {feed.withPast && (past.state === "more" || past.state === "failed") && (
        <Button onClick={() => feed.more()}>
          {t(past.state === "failed" ? "table.again" : "table.older")}
        </Button>
      )}
      <Button
        className="table-csv"
        component="a"
        href={csvAddress(feed.search(), language)}
        download="alarms.csv"
      >
        {t("table.csv")}
      </Button>
    </div>
  );
}
