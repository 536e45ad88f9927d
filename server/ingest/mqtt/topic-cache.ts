import type { CommunityId } from "../../../models/ids.ts";
import type { Topic } from "../topics.ts";
import { parseTopic } from "../topics.ts";

/** Topics repeat by the million: each is parsed once, up to a limit after which the memory starts afresh. */
export class TopicCache {
  readonly #community: CommunityId;
  readonly #most: number;
  #parsed = new Map<string, Topic | null>();

  constructor(community: CommunityId, most = 200_000) {
    this.#community = community;
    this.#most = most;
  }

  parse(topic: string): Topic | null {
    const known = this.#parsed.get(topic);
    if (known !== undefined) return known;
    const parsed = parseTopic(this.#community, topic);
    // What is no topic of ours is never worth remembering.
    if (parsed === null) return null;
    if (this.#parsed.size >= this.#most) this.#parsed = new Map();
    this.#parsed.set(topic, parsed);
    return parsed;
  }
}
