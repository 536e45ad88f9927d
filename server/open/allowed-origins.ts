/** Where the server listens and how people reach it. */
export interface Front {
  readonly scheme: "http" | "https";
  readonly host: string;
  readonly port: number;
  /** The address people use when it is not the one listened on. */
  readonly publicUrl: string | null;
  /** Addresses of this machine, for a server that listens on all of them. */
  readonly ownAddresses: readonly string[];
}

/** An address as it stands in a URL. */
export const inUrl = (host: string): string => (host.includes(":") ? `[${host}]` : host);
/** Whether it means every address of this machine. */
export const isEvery = (host: string): boolean => host === "0.0.0.0" || host === "::";
const loopbackNames = ["127.0.0.1", "localhost", "::1"];

/** Base of links, without a slash at the end. */
export function publicBase(front: Front): string {
  if (front.publicUrl !== null) return front.publicUrl.replace(/\/+$/, "");
  const host = isEvery(front.host) ? (front.ownAddresses[0] ?? "127.0.0.1") : front.host;
  return `${front.scheme}://${inUrl(host)}:${front.port}`;
}

/** Every Origin whose pages may change something here, exactly. */
export function allowedOrigins(front: Front): ReadonlySet<string> {
  const hosts = isEvery(front.host)
    ? [...loopbackNames, ...front.ownAddresses]
    : loopbackNames.includes(front.host)
      ? loopbackNames
      : [front.host];
  // The URL takes a scheme's own port out again, as browsers do.
  const own = hosts.map((host) => new URL(`${front.scheme}://${inUrl(host)}:${front.port}`).origin);
  return new Set(front.publicUrl === null ? own : [...own, new URL(front.publicUrl).origin]);
}
