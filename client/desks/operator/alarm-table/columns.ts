import type { AlarmOrder } from "../../../../models/view/alarm-filter.ts";
import type { MessageKey } from "../../../language/messages.ts";

export interface TableColumn {
  readonly name: MessageKey;
  /** What the table is sorted by on a press of its head; null for none. */
  readonly order: AlarmOrder["by"] | null;
}

/** In the order they stand in; their widths are in the style sheet. */
export const tableColumns: readonly TableColumn[] = [
  { name: "table.priority", order: "priority" },
  { name: "table.state", order: "state" },
  { name: "table.message", order: null },
  { name: "table.device", order: null },
  { name: "table.place", order: null },
  { name: "table.party", order: null },
  { name: "table.raised", order: "raised" },
  { name: "table.gone", order: null },
  { name: "table.acknowledged", order: null },
  { name: "table.lasted", order: null },
];

/** The order after a press of a head: first as one wants it most often, then the other way round. */
export const orderAfterPress = (order: AlarmOrder, by: AlarmOrder["by"]): AlarmOrder =>
  order.by === by ? { by, ascending: !order.ascending } : { by, ascending: by !== "raised" };
