import type { PointSpec } from "../../models/device/kind.ts";
import type { Language } from "../../models/language/text.ts";
import { decimalsOf, days, hours, minutes, seconds, type Unit } from "../../models/quantity.ts";
import { no, stateNames, yes } from "./names/state-names.ts";

/** Numbers, times and ages as the person reads them; times are the community's, whatever zone the browser is in. */
export interface Formats {
  readonly number: (value: number, resolution: number) => string;
  /** The value alone, without its unit; a dash while missing. */
  readonly value: (spec: PointSpec, value: number) => string;
  readonly unit: (unit: Unit) => string;
  /** Value and unit in one. */
  readonly quantity: (spec: PointSpec, value: number) => string;
  /** 09:41:07 */
  readonly time: (atMs: number) => string;
  /** 09:41 */
  readonly hour: (atMs: number) => string;
  readonly date: (atMs: number) => string;
  /** 06/21 */
  readonly day: (atMs: number) => string;
  readonly dateTime: (atMs: number) => string;
  readonly age: (ageMs: number) => string;
  /** 4.2 MB */
  readonly bytes: (count: number) => string;
}

const ageUnits: Readonly<Record<Language, readonly [string, string, string, string]>> = {
  "zh-CN": [" 秒", " 分", " 小时", " 天"],
  en: [" s", " min", " h", " d"],
};

const byteUnits = ["B", "kB", "MB", "GB", "TB"];

const unitWords: Readonly<Record<Language, Partial<Record<Unit, string>>>> = {
  "zh-CN": { state: "", PF: "", pH: "", UV: "", persons: "人", bpm: "次/分", fps: "帧/秒" },
  en: { state: "", PF: "", pH: "", UV: "" },
};

export function formatsFor(language: Language, timeZone: string): Formats {
  const clock = (options: Intl.DateTimeFormatOptions): ((atMs: number) => string) => {
    const format = new Intl.DateTimeFormat(language, { timeZone, hourCycle: "h23", ...options });
    return (atMs) => format.format(atMs);
  };
  const numbers = new Map<number, Intl.NumberFormat>();
  const number = (value: number, resolution: number): string => {
    const digits = decimalsOf(resolution);
    let format = numbers.get(digits);
    if (format === undefined) {
      format = new Intl.NumberFormat(language, {
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      });
      numbers.set(digits, format);
    }
    return format.format(value);
  };
  const unit = (name: Unit): string => unitWords[language][name] ?? name;
  const value = (spec: PointSpec, raw: number): string => {
    if (Number.isNaN(raw)) return "–";
    if (spec.type === "boolean") return (raw === 0 ? no : yes)[language];
    if (spec.type !== "enum") return number(raw, spec.resolution);
    const name = spec.values[raw];
    return name === undefined ? String(raw) : (stateNames.get(name)?.[language] ?? name.replaceAll("-", " "));
  };
  return {
    number,
    value,
    unit,
    quantity(spec, raw) {
      const word = unit(spec.unit);
      const shown = value(spec, raw);
      return word === "" || Number.isNaN(raw) ? shown : `${shown} ${word}`;
    },
    time: clock({ hour: "2-digit", minute: "2-digit", second: "2-digit" }),
    hour: clock({ hour: "2-digit", minute: "2-digit" }),
    date: clock({ month: "short", day: "numeric", weekday: "short" }),
    day: clock({ month: "2-digit", day: "2-digit" }),
    dateTime: clock({
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
    }),
    age: (ageMs) => ageText(Math.max(0, ageMs), ageUnits[language]),
    bytes(count) {
      const power = Math.min(byteUnits.length - 1, Math.floor(Math.log10(Math.max(1, count)) / 3));
      return `${number(count / 1000 ** power, power === 0 ? 1 : 0.1)} ${byteUnits[power] ?? ""}`;
    },
  };
}

function ageText(
  ageMs: number,
  [second, minute, hour, day]: readonly [string, string, string, string],
): string {
  if (ageMs < 2 * minutes) return `${Math.floor(ageMs / seconds)}${second}`;
  if (ageMs < 2 * hours) return `${Math.floor(ageMs / minutes)}${minute}`;
  if (ageMs < 2 * days) return `${Math.floor(ageMs / hours)}${hour}`;
  return `${Math.floor(ageMs / days)}${day}`;
}
