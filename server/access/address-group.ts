import { isIPv6 } from "node:net";

/**
 * Who counts as one asker when guesses are limited: an IPv4 address, or the first 64 bits of an IPv6 one, since a
 * single line has all the others of its /64.
 */
export function addressGroup(address: string): string {
  const bare = address.replace(/%.*$/, "").toLowerCase();
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(bare);
  if (mapped?.[1] !== undefined) return mapped[1];
  if (!isIPv6(bare)) return bare;
  const [head = "", tail] = bare.split("::");
  const before = head === "" ? [] : head.split(":");
  const after = tail === undefined || tail === "" ? [] : tail.split(":");
  const missing = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => "0");
  const parts = [...before, ...missing, ...after].slice(0, 4);
  return `${parts.map((part) => Number.parseInt(part, 16).toString(16)).join(":")}::/64`;
}
