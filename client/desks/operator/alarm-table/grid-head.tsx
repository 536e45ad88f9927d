import type { AlarmOrder } from "../../../../models/view/alarm-filter.ts";
import { useWords } from "../../../language/use-words.ts";
import { orderAfterPress, tableColumns } from "./columns.ts";

interface GridHeadProps {
  readonly order: AlarmOrder;
  readonly onOrder: (order: AlarmOrder) => void;
}

/** The names of the columns; some of them sort, and say how. */
export function GridHead({ order, onOrder }: GridHeadProps) {
  const { t } = useWords();
  return (
    <div role="rowgroup" className="alarm-grid-head">
      <div role="row" aria-rowindex={1} className="alarm-grid-line">
        {tableColumns.map(({ name, order: by }, at) => {
          if (by === null)
            return (
              <span key={name} role="columnheader" aria-colindex={at + 1}>
                {t(name)}
              </span>
            );
          const sorted = order.by === by ? (order.ascending ? "ascending" : "descending") : "none";
          return (
            <span key={name} role="columnheader" aria-colindex={at + 1} aria-sort={sorted}>
              <button
                type="button"
                className="plain-button"
                onClick={() => onOrder(orderAfterPress(order, by))}
              >
                {t(name)}
                <span aria-hidden="true" className="alarm-grid-sort">
                  {sorted === "none" ? "↕" : sorted === "ascending" ? "▲" : "▼"}
                </span>
              </button>
            </span>
          );
        })}
      </div>
    </div>
  );
}
