import { readFileSync, statSync } from "node:fs";
import type { Community } from "../../models/community/community.ts";
import { bundledCommunities } from "../../models/communities/index.ts";
import type { Progress } from "../../models/formats/progress.ts";
import { readCommunityFile, type CommunityReading } from "../../models/formats/read-community.ts";
import { seconds } from "../../models/quantity.ts";
import { readInThread } from "../community/read-in-thread.ts";
import type { Settings } from "../settings.ts";
import type { Doors } from "./doors.ts";
import { reasonOf, StartRefused } from "./start-refused.ts";

/** The bundled community that is played by the simulator. */
const demoName = "demo";

export const isDemo = (nameOrFile: string): boolean => nameOrFile === demoName;

/** A bundled community by its name, or one from a file. @throws StartRefused */
export async function loadCommunity(settings: Settings, doors: Doors): Promise<Community> {
  const { community: nameOrFile, at } = settings;
  const bundled = bundledCommunities.find(({ name }) => name === nameOrFile);
  if (bundled !== undefined) {
    if (at !== null)
      throw new StartRefused(`--at is for a file; --community ${nameOrFile} says where it lies.`);
    return bundled.load();
  }
  const reading = await readFile(nameOrFile, settings, doors);
  if (!reading.ok) throw new StartRefused(`--community ${nameOrFile}: ${reading.problem.sentence.en}.`);
  return reading.community;
}

/** Up to this size a file is read before a thread would have started; at the start nobody is kept waiting. */
const smallBytes = 4e6;

async function readFile(file: string, settings: Settings, doors: Doors): Promise<CommunityReading> {
  const { at, "largest-model": largestMb } = settings;
  try {
    if (statSync(file).size <= smallBytes)
      return readCommunityFile({ name: file, text: readFileSync(file), ...(at === null ? {} : { at }) });
    const limits = { mostBytes: largestMb * 1e6, after: doors.after };
    return await readInThread({ file, name: file, at }, limits, progressLines(file, doors));
  } catch (error) {
    const names = bundledCommunities.map(({ name }) => name).join(", ");
    throw new StartRefused(
      `--community ${file} cannot be read: ${reasonOf(error)}; name a file, or one of: ${names}.`,
    );
  }
}

const sayEveryMs = 2 * seconds;

/** Tells whoever waits how far a large file is. */
function progressLines(name: string, { print, monotonicMs }: Doors): Progress {
  let nextMs = monotonicMs() + sayEveryMs;
  return (step, share) => {
    if (monotonicMs() < nextMs) return;
    nextMs = monotonicMs() + sayEveryMs;
    print(`reading ${name}: ${step} ${Math.floor(share * 100)} %`);
  };
}
