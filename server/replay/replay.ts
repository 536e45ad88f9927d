import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { readRecording } from "../../models/formats/read-recording.ts";
import type { Recording } from "../../models/formats/telemetry/recording.ts";
import { communityId, kindId } from "../../models/ids.ts";
import { seconds } from "../../models/quantity.ts";
import { controlSocketIn } from "../settings.ts";
import { Player, type PlayerDoors } from "./player.ts";
import { recordedDevices } from "./recorded-devices.ts";
import { ReplayRefused, type ReplayOptions } from "./replay-options.ts";
import { rooftopOf } from "./rooftop.ts";
import { NoServer, ServerDoor, type RunningServer } from "./server-door.ts";
import { Stage } from "./stage.ts";

const recordedHome = kindId("recorded_home");
const ofAHome =
  "Staff see of a recorded home the sun's output and the original time; its load and air are a home's own: --dwelling ID gives them to one.";

export interface ReplayDoors {
  readonly time: Pick<PlayerDoors, "now" | "after">;
  readonly say: (sentence: string) => void;
  /** Aborted when the replay shall end before its end. */
  readonly ended: AbortSignal;
}

/**
 * Plays a recording through the broker as devices on a building, until its end or until `ended`.
 * @returns the sentence to close with. @throws ReplayRefused when it cannot begin.
 */
export async function replay(options: ReplayOptions, { time, say, ended }: ReplayDoors): Promise<string> {
  const recording = await recordingOf(options.file);
  const door = new ServerDoor(controlSocketIn(options.data));
  const server = await runningServer(door, options);
  if (server) checkPlace(server, options);
  const broker = options.broker ?? server?.mqttUrl;
  const community = options.community ?? server?.community;
  if (broker === undefined || broker === null || community === undefined) {
    throw new ReplayRefused("The running server has no broker: name one with --broker URL.");
  }
  const fileName = basename(options.file);
  const devices = recordedDevices(recording, fileName, {
    community: communityId(community),
    building: options.building,
    dwelling: options.dwelling,
    position: server ? await rooftop(server, options.building) : null,
  });
  const token = options.token ?? (await door.devicesToken("replay"));
  const stage = await Stage.open(broker, token, devices, say);
  const aborted = new Promise<void>((resolve) =>
    ended.addEventListener("abort", () => resolve(), { once: true }),
  );
  const player = new Player(recording.rows, options.speed, {
    ...time,
    publish: (row) => Promise.race([stage.publish(row.device, row.values), aborted]),
  });
  void aborted.then(() => player.stop());
  if (ended.aborted) player.stop();
  try {
    for (const { what, why, count } of recording.skipped) say(`Left out: ${count} × ${what} (${why}).`);
    say(startSentence(recording, fileName, options));
    if (options.dwelling === null && recording.devices.some(({ kind }) => kind === recordedHome))
      say(ofAHome);
    await player.play();
    await Promise.race([stage.settled(), aborted]);
  } finally {
    await stage.close();
  }
  return ended.aborted
    ? `Stopped after ${player.played} of ${recording.rows.length} rows of ${fileName}; its devices are offline.`
    : `Played all ${player.played} rows of ${fileName}; its devices are offline.`;
}

async function recordingOf(file: string): Promise<Recording> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
    throw new ReplayRefused(`Cannot read ${file} (${code}): check the path.`);
  }
  const reading = readRecording({ name: basename(file), text });
  if (!reading.ok) throw new ReplayRefused(`${basename(file)}: ${reading.problem.sentence.en}.`);
  return reading.recording;
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
