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

const mayBegin: ReadonlySet<number> = new Set(["+", "-", "N", "I"].map((sign) => sign.charCodeAt(0)));

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

const notFinite = /[+-]?(?:NaN|Infinity)(?![\w.])/y;

/** The text with bare NaN and Infinity, which JSON does not have, in quotes. */
function quotedNotFinite(source: string): string {
  let quoted = "";
  let done = 0;
  let inText = false;
  for (let i = 0; i < source.length; i++) {
    const code = source.charCodeAt(i);
    if (code === quote) inText = !inText;
    else if (inText && code === backslash) i++;
    else if (!inText && mayBegin.has(code)) {
      notFinite.lastIndex = i;
      const [word] = notFinite.exec(source) ?? [];
      if (word === undefined) continue;
      quoted += `${source.slice(done, i)}"${word}"`;
      i += word.length - 1;
      done = i + 1;
    }
  }
  return quoted + source.slice(done);
}

/**
 * JSON as devices write it: as {@link parseJson}, but a bare NaN or Infinity, as many programs print one, is its name
 * as text, so that it costs its own reading and not all that came with it.
 */
export function parseDeviceJson(source: string, depth: number): unknown {
  const value = parseJson(source, depth);
  if (value !== undefined || !/NaN|Infinity/.test(source)) return value;
  return parseJson(quotedNotFinite(source), depth);
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
