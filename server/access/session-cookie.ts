/** Names and shapes of the cookie that carries a session. */
export interface SessionCookie {
  /** Told apart by data folder, because cookies do not tell the ports of one host apart. */
  readonly installation: string;
  /** True when people always come by TLS; then only the `__Host-` form is believed. */
  readonly alwaysSecure: boolean;
}

const plainName = (cookie: SessionCookie): string => `courtyard-${cookie.installation}`;
const hostName = (cookie: SessionCookie): string => `__Host-${plainName(cookie)}`;

/** The session's secret in a `Cookie` header, or null. */
export function secretIn(cookie: SessionCookie, header: string | undefined): string | null {
  if (header === undefined) return null;
  const names = cookie.alwaysSecure ? [hostName(cookie)] : [hostName(cookie), plainName(cookie)];
  const pairs = header.split(";").map((pair) => pair.trim());
  for (const name of names) {
    const found = pairs.find((pair) => pair.startsWith(`${name}=`));
    if (found !== undefined) return found.slice(name.length + 1);
  }
  return null;
}

/**
 * Strict, because the page is the same for everybody and needs no cookie: a first navigation from a mail or a chat
 * arrives without it, and all that the page then asks for is same-site and carries it.
 */
export function setCookie(cookie: SessionCookie, secret: string, maxAgeS: number, secure: boolean): string {
  const name = secure ? hostName(cookie) : plainName(cookie);
  const lasting = `${name}=${secret}; Path=/; Max-Age=${Math.max(0, Math.floor(maxAgeS))}; HttpOnly; SameSite=Strict`;
  return secure ? `${lasting}; Secure` : lasting;
}
