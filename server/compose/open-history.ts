import { resolve } from "node:path";
import type { Community } from "../../models/community/community.ts";
import { days, seconds } from "../../models/quantity.ts";
import { History } from "../history/history.ts";
import type { Problems } from "../open/problems.ts";
import { historyIn, type Settings } from "../settings.ts";
import type { Store } from "../store/open-store.ts";
import { isOverruled, planChannels } from "../stream/channel-plan.ts";
import type { Doors } from "./doors.ts";
import { tickMs } from "./tick-loop.ts";
import type { TwinRooms } from "./twin-rooms.ts";
import type { Undoing } from "./undoing.ts";

export interface HistoryNeeds {
  readonly settings: Settings;
  readonly community: Community;
  readonly rooms: TwinRooms;
  readonly store: Store;
  readonly problems: Problems;
  readonly doors: Doors;
}

const betweenTidyingMs = 10 * seconds;

/** What is recorded and what was, with the same law of who sees what as the stream. */
export async function openHistory(needs: HistoryNeeds, undoing: Undoing): Promise<History> {
  const { settings, community, rooms, store, problems, doors } = needs;
  const { twin } = rooms;
  const history = await History.open({
    root: historyIn(resolve(settings.data)),
    community: community.id,
    twin,
    planner: {
      // Whole specifications: the catalogue of a later version may say something else.
      plan: () => planChannels(twin, () => undefined),
      isOverruled: (plan, channel) => isOverruled(plan, channel, twin),
    },
    run: store.run,
    tickMs: tickMs * settings.rate,
    keepMs: {
      public: settings["keep-public"] * days,
      staff: settings["keep-staff"] * days,
      personal: settings["keep-personal"] * days,
    },
    wallNowMs: doors.wallNowMs,
    monotonicMs: doors.monotonicMs,
    problems,
  });
  undoing.add(() => history.close());
  const tidy = (): void => {
    const about = { level: "error", room: "history", event: "fault" } as const;
    history.tidy().catch((error: unknown) => doors.log(`history: ${String(error)}`, about));
  };
  tidy();
  undoing.add(doors.every(betweenTidyingMs, tidy));
  return history;
}
