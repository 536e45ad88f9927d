import { z } from "zod";
import { asking } from "../language/issue-words.ts";
import { text, type Text } from "../language/text.ts";

/**
 * Text with places in it, for topics and for pointers into messages, level by level: `{n}` stands for one level or a
 * part of one, `{name+}` for one or more whole levels. `shellies/{device}/relay/{n}`.
 */
export interface Template {
  /** Names of its places, in order; empty for plain text. */
  readonly places: readonly string[];
  /** What stands in its places; null when the text is not of this form. */
  match(text: string): Readonly<Record<string, string>> | null;
  /** The text with its places filled; null when one of them is not given. */
  filledWith(values: Readonly<Record<string, string>>): string | null;
}

const place = /\{([a-z][a-z0-9]*)(\+?)\}/g;
const longest = 256;
const mostPlaces = 4;

const escaped = (plain: string): string => plain.replaceAll(/[\\^$.*+?()[\]{}|]/g, "\\$&");

/** Why a text is no template, or null. Two places in a row could be told apart in no way. */
export function templateFault(source: string): Text | null {
  if (source.length === 0 || source.length > longest)
    return text(`应为 1 至 ${longest} 个字符`, `expected 1 to ${longest} characters`);
  const names = [...source.matchAll(place)].map(([, name = ""]) => name);
  if (names.length > mostPlaces)
    return text(`花括号中的位置最多 ${mostPlaces} 个`, `at most ${mostPlaces} places in braces`);
  if (new Set(names).size < names.length) return text("同一位置出现两次", "a place is named twice");
  if (/[{}]/.test(source.replaceAll(place, "")))
    return text("位置应写作 {name} 或 {name+}", "places are written {name} or {name+}");
  if (/\}\{/.test(source)) return text("两个位置之间须有内容", "two places need something between them");
  if (/\{\w+\+\}[^/]|[^/]\{\w+\+\}/.test(source))
    return text("{name+} 代表完整的层级", "{name+} stands for whole levels");
  return null;
}

/** Schema of a template's text. */
export const templateText = z.string().check((context) => {
  const fault = templateFault(context.value);
  if (fault === null) return;
  const { error: message, params } = asking(fault["zh-CN"], fault.en);
  context.issues.push({ code: "custom", message, params, input: context.value });
});

/** Parsed once and kept: rows use the same few again and again. */
const parsed = new Map<string, Template>();
const mostParsed = 10_000;

/** @param source a text without {@link templateFault}. */
export function template(source: string): Template {
  const known = parsed.get(source);
  if (known !== undefined) return known;
  if (parsed.size >= mostParsed) parsed.clear();
  const made = parse(source);
  parsed.set(source, made);
  return made;
}

function parse(source: string): Template {
  const places: string[] = [];
  let form = "";
  let from = 0;
  for (const found of source.matchAll(place)) {
    const [whole, name = "", levels] = found;
    form += escaped(source.slice(from, found.index));
    form += levels === "+" ? "([^/]+(?:/[^/]+)*)" : "([^/]+)";
    places.push(name);
    from = found.index + whole.length;
  }
  if (places.length === 0) {
    return { places, match: (text) => (text === source ? {} : null), filledWith: () => source };
  }
  const pattern = new RegExp(`^${form}${escaped(source.slice(from))}$`, "u");
  return {
    places,
    match(text) {
      const found = pattern.exec(text);
      return found && Object.fromEntries(places.map((name, k) => [name, found[k + 1] ?? ""]));
    },
    filledWith(values) {
      if (places.some((name) => values[name] === undefined)) return null;
      return source.replaceAll(place, (_whole, name: string) => values[name] ?? "");
    },
  };
}

/** Whether `*` (any text) and plain text together make up `text`. */
export function isLike(pattern: string, text: string): boolean {
  const [head = "", ...rest] = pattern.split("*");
  const tail = rest.pop();
  if (tail === undefined) return text === pattern;
  if (!text.startsWith(head)) return false;
  let at = head.length;
  for (const part of rest) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return text.length - at >= tail.length && text.endsWith(tail);
}
