import type { Community } from "../../models/community/community.ts";
import type { Settings } from "../settings.ts";
import { startCourtyard, type Courtyard } from "./courtyard.ts";
import type { Doors } from "./doors.ts";
import type { Heir } from "./tenure.ts";

/** Whoever handed in a community is answered before their connection ends. */
const answeredWithinMs = 250;

/**
 * A courtyard, and after it those that take over: another community is another twin, other channels and another epoch,
 * so all that hangs on it ends cleanly and begins anew, at the same addresses and by the same clock.
 */
export async function keepCourtyard(
  settings: Settings,
  version: string,
  doors: Doors,
): Promise<Pick<Courtyard, "close">> {
  let closed = false;
  let turning = Promise.resolve();
  const successor = (community: Community | null): void => {
    doors.after(answeredWithinMs, () => {
      turning = turning.then(() => turn(community));
    });
  };
  const open = (asked: Settings, heir: Heir | null): Promise<Courtyard> =>
    startCourtyard(asked, version, doors, { heir, successor });
  let current = await open(settings, null);

  async function turn(community: Community | null): Promise<void> {
    if (closed) return;
    const before = current;
    const { clock } = before;
    const asked = { ...settings, port: before.port, "mqtt-port": mqttPortOf(settings, before) };
    await before.close();
    try {
      current = await open(asked, { community, clock, afterFailure: false });
      doors.print(`community: ${current.community.id}`);
    } catch (error) {
      const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
      const about = { level: "error", room: "community", event: "not-taken" } as const;
      doors.log(`the community did not take over: ${what}`, about);
      current = await open(asked, { community: before.community, clock, afterFailure: true });
    }
  }

  return {
    async close() {
      closed = true;
      await turning;
      await current.close();
    },
  };
}

const mqttPortOf = (settings: Settings, { mqttUrl }: Courtyard): number | null =>
  settings.broker === null && mqttUrl !== null ? Number(new URL(mqttUrl).port) : settings["mqtt-port"];
