import { basename } from "node:path";
import type { RecordedRow, Recording } from "../../models/formats/telemetry/recording.ts";
import { communityId, kindId } from "../../models/ids.ts";
import { seconds } from "../../models/quantity.ts";
import { controlSocketIn } from "../settings.ts";
import { Player } from "./player.ts";
import { playCapture } from "./play-capture.ts";
import { readPlayable } from "./playable.ts";
import { recordedDevices, type DevicePlacement } from "./recorded-devices.ts";
import type { ReplayDoors } from "./replay-doors.ts";
import { ReplayRefused, type ReplayOptions } from "./replay-options.ts";
import { rooftopOf } from "./rooftop.ts";
import { NoServer, ServerDoor, type RunningServer } from "./server-door.ts";
import { Stage } from "./stage.ts";

const recordedHome = kindId("recorded_home");
const ofNoHome =
  "Given to no dwelling, a recorded home counts as its building's own meter: staff see all of it, in the energy overlay too. --dwelling ID gives it to a home, which then sees it alone.";

/**
 * Plays a file through the broker, until its end or until `ended`: a recording as devices on a building, messages of
 * foreign devices as they are. @returns the sentence to close with. @throws ReplayRefused when it cannot begin.
 */
export async function replay(options: ReplayOptions, doors: ReplayDoors): Promise<string> {
  const file = await readPlayable(options.file);
  const door = new ServerDoor(controlSocketIn(options.data));
  const server = await runningServer(door, options);
  if (server) checkPlace(server, options);
  const broker = options.broker ?? server?.mqttUrl;
  const community = options.community ?? server?.community;
  if (broker === undefined || broker === null || community === undefined) {
    throw new ReplayRefused("The running server has no broker: name one with --broker URL.");
  }
  const { building } = options;
  if (building === null && file.is === "recording") {
    throw new ReplayRefused("Name the building with --building ID; see --help.");
  }
  const position = server && building !== null ? await rooftop(server, building) : null;
  const borrowed = options.token === null ? await door.devicesToken("replay") : null;
  const token = options.token ?? borrowed?.token ?? "";
  try {
    if (file.is === "capture") {
      const stage = { broker, token, door: server && door, position };
      return await playCapture(file.capture, basename(options.file), options, stage, doors);
    }
    const { dwelling } = options;
    const placement = { community: communityId(community), building: building ?? "", dwelling, position };
    return await playRecording(file.recording, options, { broker, token, placement }, doors);
  } finally {
    // A server that is gone meanwhile ends it by its time.
    await borrowed?.end().catch(() => undefined);
  }
}

interface RecordingStage {
  readonly broker: string;
  readonly token: string;
  readonly placement: DevicePlacement;
}

async function playRecording(
  recording: Recording,
  options: ReplayOptions,
  { broker, token, placement }: RecordingStage,
  { time, say, ended }: ReplayDoors,
): Promise<string> {
  const fileName = basename(options.file);
  const devices = recordedDevices(recording, fileName, placement);
  const stage = await Stage.open(broker, token, devices, say);
  const aborted = new Promise<void>((resolve) =>
    ended.addEventListener("abort", () => resolve(), { once: true }),
  );
  const player = new Player<RecordedRow>(recording.rows, options.speed, {
    ...time,
    publish: (row) => Promise.race([stage.publish(row.device, row.values), aborted]),
  });
  void aborted.then(() => player.stop());
  if (ended.aborted) player.stop();
  try {
    for (const { what, why, count } of recording.skipped) say(`Left out: ${count} × ${what} (${why}).`);
    say(startSentence(recording, fileName, options));
    if (options.dwelling === null && recording.devices.some(({ kind }) => kind === recordedHome))
      say(ofNoHome);
    await player.play();
    await Promise.race([stage.settled(), aborted]);
  } finally {
    await stage.close();
  }
  return ended.aborted
    ? `Stopped after ${player.played} of ${recording.rows.length} rows of ${fileName}; its devices are offline.`
    : `Played all ${player.played} rows of ${fileName}; its devices are offline.`;
}

/** The server on this data folder; null when it is elsewhere and everything it would tell was given. */
async function runningServer(door: ServerDoor, options: ReplayOptions): Promise<RunningServer | null> {
  try {
    return await door.status();
  } catch (error) {
    if (!(error instanceof NoServer)) throw error;
    if (options.broker !== null && options.token !== null && options.community !== null) return null;
    throw new ReplayRefused(
      `No server is running on ${options.data}: start it first, name its folder with --data, or give --broker, --token and --community.`,
    );
  }
}

/** @throws ReplayRefused when the community has no such building, or the building no such home. */
function checkPlace({ buildings, dwellings, community }: RunningServer, options: ReplayOptions): void {
  const { building, dwelling } = options;
  if (building === null) return;
  if (!buildings.includes(building))
    throw new ReplayRefused(`Community ${community} has no building ${building}: ${someOf(buildings)}.`);
  if (dwelling === null) return;
  const homes = dwellings[building] ?? [];
  if (!homes.includes(dwelling))
    throw new ReplayRefused(`Building ${building} has no dwelling ${dwelling}: ${someOf(homes)}.`);
}

const someOf = (ids: readonly string[]): string =>
  ids.length === 0 ? "it has none" : `it has ${ids.length}, among them ${ids.slice(0, 5).join(", ")}`;

/** Without an answer the devices belong to the building but stand nowhere in particular. */
async function rooftop(
  server: RunningServer,
  building: string,
): Promise<readonly [number, number, number] | null> {
  try {
    const response = await fetch(new URL("/api/v1/community/model", server.httpUrl), {
      signal: AbortSignal.timeout(10 * seconds),
    });
    return response.ok ? rooftopOf(await response.json(), building) : null;
  } catch {
    return null;
  }
}

function startSentence(
  recording: Recording,
  fileName: string,
  { building, dwelling, speed }: ReplayOptions,
): string {
  const { rows, devices, stepMs, span } = recording;
  const every = stepMs / seconds / speed;
  const pace = `one row every ${every >= 1 ? Number(every.toFixed(1)) : Number(every.toPrecision(2))} s`;
  return `Playing ${fileName} (${rows.length} rows, ${span[0]} to ${span[1]}) as ${devices.length} recorded device${devices.length === 1 ? "" : "s"} ${dwelling === null ? `on ${building}` : `in ${dwelling}`}, ${pace}.`;
}
