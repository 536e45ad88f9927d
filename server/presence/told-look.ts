import { channelsOfPoint } from "../../models/duty/authority.ts";
import {
  publicChannel,
  staffChannel,
  type AlarmId,
  type BuildingId,
  type GridCellId,
} from "../../models/ids.ts";
import type { Look } from "../../models/presence/presence.ts";
import type { Selection } from "../../models/view/view-state.ts";
import type { TwinReader } from "../twin/twin-reader.ts";

interface Known {
  readonly twin: Pick<TwinReader, "device">;
  readonly buildings: ReadonlySet<BuildingId>;
  readonly cells: ReadonlySet<GridCellId>;
  /** Alarms that are open: staff are told of each. */
  readonly open: { has(alarm: AlarmId): boolean };
}

const nothing: Selection = { kind: "none" };

/** What of a look everybody in the control room may be told: nothing that a client could have made up, or of a home. */
export const toldLook =
  ({ open, ...known }: Known) =>
  ({ page, selection, writingOn, mutedUntilMs }: Look): Look => ({
    page,
    selection: isTold(selection, known) ? selection : nothing,
    writingOn: writingOn !== null && open.has(writingOn) ? writingOn : null,
    mutedUntilMs,
  });

function isTold(selection: Selection, { twin, buildings, cells }: Omit<Known, "open">): boolean {
  switch (selection.kind) {
    case "none":
      return true;
    case "building":
      return buildings.has(selection.building);
    case "cell":
      return cells.has(selection.cell);
    case "device": {
      const device = twin.device(selection.device)?.device;
      return (
        device?.points.some(({ visibility }) =>
          channelsOfPoint(visibility, device.place).some((channel) => isOfStaff(channel)),
        ) === true
      );
    }
    case "object":
      return false;
  }
}

const isOfStaff = (channel: string): boolean => channel === publicChannel || channel === staffChannel;
