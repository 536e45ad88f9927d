import { text } from "../../models/language/text.ts";
import type { AlarmDesk } from "../alarm-desk/alarm-desk.ts";
import type { Stream } from "../stream/stream.ts";
import type { House } from "./house.ts";
import { beginTicks } from "./tick-loop.ts";
import type { TwinRooms } from "./twin-rooms.ts";
import { keepWaiting } from "./upkeep.ts";

const tickFailed = text(
  "孪生体的一次更新失败，画面可能不完整；请查看日志并重启服务器。",
  "An update of the twin failed and what is shown may be incomplete; see the log and restart the server.",
);

/** What came after the last tick is taken in and kept too. */
export async function keepAll(rooms: TwinRooms, alarms: AlarmDesk): Promise<void> {
  const { intake } = rooms;
  while (intake.waiting > 0) intake.drain();
  await keepWaiting(rooms);
  await alarms.flush();
}

/**
 * The way of a tick: what waited goes in, the twin steps, and whoever follows it is told.
 * @returns the function that ends it.
 */
export function keepTicking(
  { doors, clock, rooms, commands, alarms: { desk: alarms }, drills, history, problems }: House,
  stream: Stream,
  beat: (lateMs: number, tookMs: number) => void,
): () => void {
  const { twin, intake, overlays, values } = rooms;
  const tick = (): void => {
    intake.drain();
    const result = twin.tick(clock.nowMs());
    overlays.onTick(result);
    values.writeForWaiting();
    commands.onTick();
    drills.onTick(result.delta.timeMs);
    alarms.onTick(result.alerts, result.delta.timeMs);
    stream.onTick(result);
    history.onTick(result.delta);
  };
  // A tick that fails is ours to mend, and no reason to take the next one from everybody.
  const guarded = (): void => {
    try {
      tick();
    } catch (error) {
      const about = { level: "error", room: "twin", event: "fault" } as const;
      doors.log(`tick: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`, about);
      problems.raise({ address: "twin", id: "tick", sentence: tickFailed, gravity: "failing" });
    }
  };
  return beginTicks(doors, guarded, beat);
}
