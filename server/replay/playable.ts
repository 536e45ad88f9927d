import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { Capture } from "../../models/formats/capture/capture.ts";
import { readCapture } from "../../models/formats/read-capture.ts";
import { readRecording } from "../../models/formats/read-recording.ts";
import type { Recording } from "../../models/formats/telemetry/recording.ts";
import { ReplayRefused } from "./replay-options.ts";

/** A file that can be played. */
export type Playable =
  | { readonly is: "recording"; readonly recording: Recording }
  | { readonly is: "capture"; readonly capture: Capture };

/** Tells a file by its contents. @throws ReplayRefused in one sentence for one that cannot be played. */
export async function readPlayable(path: string): Promise<Playable> {
  const name = basename(path);
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
    throw new ReplayRefused(`Cannot read ${path} (${code}): check the path.`);
  }
  const recording = readRecording({ name, text });
  if (recording.ok) return { is: "recording", recording: recording.recording };
  if (recording.problem.code === "not-a-recording") {
    const capture = readCapture({ name, text, beside: besideOf(path) });
    if (capture.ok) return { is: "capture", capture: capture.capture };
    throw new ReplayRefused(`${name}: ${capture.problem.sentence.en}.`);
  }
  throw new ReplayRefused(`${name}: ${recording.problem.sentence.en}.`);
}

const besideOf =
  (path: string) =>
  (name: string): string | null => {
    try {
      return readFileSync(join(dirname(path), basename(name)), "utf8");
    } catch {
      return null;
    }
  };
