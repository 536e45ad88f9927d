import type { IncomingMessage } from "node:http";
import type { StreamCounters } from "./counters.ts";
import type { StreamLimits } from "./limits.ts";
import { TokenBucket } from "./token-bucket.ts";

/** Why a connection is not let in; null when it is. */
export type Turned = "refused-origin" | "refused-too-many" | null;

/** Origins people may come from; the page's own address among them. */
export interface Origins {
  has(origin: string): boolean;
}

/**
 * The door: decides from the request alone, before anything of the connection exists. A browser always says its
 * Origin; who says none but brings a cookie is neither our page nor a program.
 */
export class Admission {
  readonly #origins: Origins;
  readonly #limits: StreamLimits;
  readonly #counters: StreamCounters;
  readonly #bucket: TokenBucket;
  readonly #timers: { nowMs(): number };
  readonly #byAddress = new Map<string, number>();

  constructor(origins: Origins, limits: StreamLimits, counters: StreamCounters, timers: { nowMs(): number }) {
    this.#origins = origins;
    this.#limits = limits;
    this.#counters = counters;
    this.#timers = timers;
    this.#bucket = new TokenBucket(limits.socketsPerSecond, limits.socketsPerSecond * 2, timers.nowMs());
  }

  judge(request: IncomingMessage): Turned {
    const turned = this.#turned(request);
    if (turned !== null) this.#counters.add(turned);
    return turned;
  }

  #turned(request: IncomingMessage): Turned {
    const { origin, cookie } = request.headers;
    if (origin === undefined ? cookie !== undefined : !this.#origins.has(origin)) return "refused-origin";
    const held = this.#byAddress.get(this.addressOf(request)) ?? 0;
    if (held >= this.#limits.socketsPerAddress) return "refused-too-many";
    return this.#bucket.take(this.#timers.nowMs()) ? null : "refused-too-many";
  }

  /** A connection from this address began. @returns what is to be called when it ends. */
  enter(request: IncomingMessage): () => void {
    const address = this.addressOf(request);
    this.#byAddress.set(address, (this.#byAddress.get(address) ?? 0) + 1);
    return () => {
      const held = (this.#byAddress.get(address) ?? 0) - 1;
      if (held > 0) this.#byAddress.set(address, held);
      else this.#byAddress.delete(address);
    };
  }

  /** The last address our own proxy vouches for; of IPv6 the first 64 bits, which one household or host holds. */
  addressOf(request: IncomingMessage): string {
    const forwarded = this.#limits.trustProxy ? request.headers["x-forwarded-for"] : undefined;
    const list = Array.isArray(forwarded) ? forwarded.join(",") : forwarded;
    const address = list?.split(",").at(-1)?.trim() ?? request.socket.remoteAddress ?? "unknown";
    const mapped = address.replace(/^::ffff:/i, "");
    return mapped.includes(":") ? firstHalf(mapped) : mapped;
  }
}

function firstHalf(ipv6: string): string {
  const [head = "", tail] = ipv6.split("::");
  const groups = head === "" ? [] : head.split(":");
  if (tail !== undefined) {
    const after = tail === "" ? [] : tail.split(":");
    while (groups.length + after.length < 8) groups.push("0");
    groups.push(...after);
  }
  return groups.slice(0, 4).join(":");
}
