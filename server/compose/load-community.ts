import { readFileSync } from "node:fs";
import type { Community, GeographicPlace } from "../../models/community/community.ts";
import { bundledCommunities } from "../../models/communities/index.ts";
import { readCommunityFile } from "../../models/formats/read-community.ts";
import { reasonOf, StartRefused } from "./start-refused.ts";

/** The bundled community that is played by the simulator. */
const demoName = "demo";

export const isDemo = (nameOrFile: string): boolean => nameOrFile === demoName;

/** A bundled community by its name, or one from a file. @throws StartRefused */
export function loadCommunity(nameOrFile: string, at: GeographicPlace | null): Community {
  const bundled = bundledCommunities.find(({ name }) => name === nameOrFile);
  if (bundled !== undefined) {
    if (at !== null)
      throw new StartRefused(`--at is for a file; --community ${nameOrFile} says where it lies.`);
    return bundled.load();
  }
  const reading = readCommunityFile({
    name: nameOrFile,
    text: bytesOf(nameOrFile),
    ...(at === null ? {} : { at }),
  });
  if (!reading.ok) throw new StartRefused(`--community ${nameOrFile}: ${reading.problem.sentence.en}.`);
  return reading.community;
}

function bytesOf(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    const names = bundledCommunities.map(({ name }) => name).join(", ");
    throw new StartRefused(
      `--community ${file} cannot be read: ${reasonOf(error)}; name a file, or one of: ${names}.`,
    );
  }
}
