import { connectAsync, type MqttClient } from "mqtt";
import type { Capture, CapturedMessage } from "../../models/formats/capture/capture.ts";
import { seconds } from "../../models/quantity.ts";
import { Player } from "./player.ts";
import { forReplay, mappingOf } from "./replay-mapping.ts";
import { ReplayRefused, type ReplayOptions } from "./replay-options.ts";
import type { ReplayDoors } from "./replay-doors.ts";
import { Sender } from "./sender.ts";
import type { ServerDoor } from "./server-door.ts";

/** Below this devices are those of a recording, never live ones. */
const recordedRoot = "recorded/";

export interface CaptureStage {
  readonly broker: string;
  readonly token: string;
  /** The server on this machine; null when it is elsewhere. */
  readonly door: ServerDoor | null;
  /** Where devices stand that the mapping gives no place. */
  readonly position: readonly [number, number, number] | null;
}

/**
 * Publishes captured messages again, as they were, below `recorded/`: the server knows their devices by its mapping, or
 * keeps them in the tray. @returns the sentence to close with. @throws ReplayRefused when it cannot begin.
 */
export async function playCapture(
  capture: Capture,
  fileName: string,
  options: ReplayOptions,
  stage: CaptureStage,
  { time, say, ended }: ReplayDoors,
): Promise<string> {
  await handOver(options, stage);
  const client = await connected(stage);
  const sender = new Sender(client);
  const aborted = new Promise<void>((resolve) =>
    ended.addEventListener("abort", () => resolve(), { once: true }),
  );
  const send = (topic: string, payload: string): Promise<void> =>
    Promise.race([sender.send(`${recordedRoot}${topic}`, payload), aborted]);
  const player = new Player<CapturedMessage>(capture.messages, options.speed, {
    ...time,
    publish: ({ topic, payload }) => send(topic, payload),
  });
  void aborted.then(() => player.stop());
  if (ended.aborted) player.stop();
  const all = capture.messages.length;
  try {
    for (const { what, why, count } of capture.skipped) say(`Left out: ${count} × ${what} (${why}).`);
    say(`Playing ${fileName} (${capture.what}, ${all} message${all === 1 ? "" : "s"}) as recorded devices.`);
    await player.play();
    for (const topic of capture.presence) await send(topic, "offline");
    await Promise.race([sender.settled(), aborted]);
  } finally {
    await client.endAsync(!client.connected);
  }
  const of = ended.aborted ? `Stopped after ${player.played} of ${all}` : `Played all ${all}`;
  return `${of} messages of ${fileName}.${await standing(stage, capture)}`;
}

/** The mapping goes to the server before its devices speak. */
async function handOver(
  { mapping, building, dwelling }: ReplayOptions,
  { door, position }: CaptureStage,
): Promise<void> {
  if (mapping === null) return;
  if (door === null) {
    throw new ReplayRefused(
      "--mapping needs the server on this machine: import the file in its tray instead.",
    );
  }
  const file = forReplay(await mappingOf(mapping), {
    ...(building !== null && { building }),
    ...(dwelling !== null && { dwelling }),
    ...(position !== null && { position: [...position] }),
  });
  await door.useMapping(file);
}

async function connected({ broker, token }: CaptureStage): Promise<MqttClient> {
  const login = { username: "replay", password: token, clean: true, connectTimeout: 10 * seconds };
  try {
    const client = await connectAsync(broker, login, false);
    // It comes back by itself; what it then cannot send shows in the sending.
    client.on("error", () => undefined);
    return client;
  } catch (error) {
    const why = error instanceof Error && error.message !== "" ? error.message : String(error);
    throw new ReplayRefused(`Cannot connect to ${broker} (${why}): check --broker and --token.`);
  }
}

async function standing({ door }: CaptureStage, { messages }: Capture): Promise<string> {
  if (door === null) return "";
  const topics = new Set(messages.map(({ topic }) => topic));
  const { known, waiting } = await door.recordedDevices([...topics]);
  return ` Of its devices ${known} ${known === 1 ? "is" : "are"} known, ${waiting} wait${waiting === 1 ? "s" : ""} in the tray.`;
}
