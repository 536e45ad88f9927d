import { communityId, type CommunityId } from "../ids.ts";

const stemOf = (fileName: string): string =>
  (fileName.split(/[/\\]/).at(-1) ?? "").replace(/(\.city)?\.(jsonl?|ndjson|geojson|csv|txt)$/i, "");

/** The community id a file gives: its name without folder and ending, what cannot travel in a topic made `-`. */
export function communityIdOf(fileName: string): CommunityId {
  const speakable = stemOf(fileName)
    .replace(/[^\p{L}\p{N}._-]+/gu, "-")
    .replace(/^[-.]+|[-.]+$/g, "")
    .slice(0, 64);
  return communityId(speakable === "" ? "community" : speakable);
}

/** A readable name from a file's name: `rotterdam-16_textured` → `rotterdam 16 textured`. */
export function nameOf(fileName: string): string {
  const words = stemOf(fileName)
    .replace(/[-_\s]+/g, " ")
    .trim();
  return words === "" ? "community" : words;
}
