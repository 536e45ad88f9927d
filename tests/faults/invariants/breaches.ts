import type { Server } from "../stage/server.ts";
import type { Spectator } from "../stage/spectator.ts";
import type { Stage } from "../stage/stage.ts";
import { pause } from "../stage/waiting.ts";
import { doneTwice, linksUsedAgain, lost, remainsOf } from "./acknowledged.ts";
import { actionsAstray } from "./alarm-actions.ts";
import { commandsAstray } from "./commands.ts";
import { beyondBounds, healthOf } from "./bounds.ts";
import { staleAsLive } from "./freshness.ts";
import { trespasses } from "./projection.ts";
import { differences } from "./same-view.ts";
import { pointsSeenBy } from "./server-view.ts";

/**
 * What must hold after any case and does not, each as a sentence that begins with the number of its invariant: I1
 * nothing acknowledged is lost, I2 nothing is done twice, I4 all see what the server has, I5 nothing silent looks live,
 * I6 nobody is sent what is not theirs, I7 the server is within its bounds, I8 the trail tells of it. (I3 is of
 * incidents.) A case that leaves no server running has none.
 */
export async function breaches(stage: Stage): Promise<string[]> {
  const { server, ledger, spectators, secrets, heard } = stage;
  if (server === null) return [];
  const found = beyondBounds(await healthOf(server), server.memoryBytes(), server.said);
  const remains = await remainsOf(
    server,
    ledger,
    spectators.map(({ cookie }) => cookie),
  );
  found.push(...lost(ledger, remains), ...doneTwice(remains), ...commandsAstray(ledger, remains.trail));
  found.push(...actionsAstray(ledger, remains.trail));
  const { whole, sentence } = await server.ask({ do: "verify-trail" });
  if (whole !== true) found.push(`I8 ${String(sentence)}`);
  found.push(...staleAsLive(remains.points, heard, Date.now()));
  const shown = await Promise.all(
    spectators.map((spectator) => notTheSame(server, spectator, stage.healsWithinMs)),
  );
  found.push(...shown.flat());
  const transcripts = spectators.map(({ transcript }) => transcript);
  found.push(...trespasses(transcripts, secrets));
  // The last, as whoever knocks with a used link must wait before they knock again.
  found.push(...(await linksUsedAgain(ledger.usedLinks)));
  return found;
}

/** Looks until the spectator shows what the server tells them, or has had long enough. */
async function notTheSame(server: Server, spectator: Spectator, healsWithinMs: number): Promise<string[]> {
  const giveUpMs = performance.now() + healsWithinMs;
  for (;;) {
    const found = await differencesNow(server, spectator);
    if (found.length === 0 || performance.now() > giveUpMs) return found.slice(0, 5);
    await pause(100);
  }
}

async function differencesNow(server: Server, { link, replica, cookie }: Spectator): Promise<string[]> {
  const { state } = link.state.get();
  // Somebody who was shown the door sees nothing at all.
  if (state === "refused")
    return replica.devices.get().length === 0 ? [] : ["I4 shown after the door was shut"];
  if (state !== "live") return [`I4 a client is ${state}`];
  replica.commit();
  return differences(replica, await pointsSeenBy(server, cookie));
}
