import { isUtf8 } from "node:buffer";

/** Text of foreign bytes, without a byte order mark; null when they are not UTF-8. */
export function decodeText(bytes: Buffer): string | null {
  if (!isUtf8(bytes)) return null;
  const decoded = bytes.toString("utf8");
  return decoded.charCodeAt(0) === 0xfeff ? decoded.slice(1) : decoded;
}

const [quote, backslash, openBrace, closeBrace, openBracket, closeBracket] = [
  34, 92, 123, 125, 91, 93,
] as const;

/** Whether brackets nest deeper than `most`; looked at before parsing, so that depth costs nobody anything. */
export function nestsDeeperThan(source: string, most: number): boolean {
  let depth = 0;
  let inText = false;
  for (let i = 0; i < source.length; i++) {
    const code = source.charCodeAt(i);
    if (inText) {
      if (code === backslash) i++;
      else if (code === quote) inText = false;
    } else if (code === quote) inText = true;
    else if (code === openBrace || code === openBracket) {
      if (++depth > most) return true;
    } else if (code === closeBrace || code === closeBracket) depth--;
  }
  return false;
}

/** JSON of at most `depth` levels. `undefined` (which JSON cannot say) for anything else. */
export function parseJson(source: string, depth: number): unknown {
  if (nestsDeeperThan(source, depth)) return undefined;
  try {
    return JSON.parse(source) as unknown;
  } catch {
    return undefined;
  }
}
