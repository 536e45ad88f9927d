import { filledPoints } from "./filled-points.ts";
import type { Leaf } from "./leaves.ts";
import { levelsOf } from "./leaves.ts";
import type { MappingRow, PointRow } from "./mapping-file.ts";
import { isIgnored } from "./mapped-device.ts";
import { quantities, type Quantity } from "./quantities.ts";
import type { RowIndex, SourceDevice } from "./recognise.ts";

type Sample = Leaf["value"];
export type Samples = ReadonlyMap<string, Sample>;

/** Kinds that a quantity gives away, the most telling first. */
const kindOfQuantity: readonly (readonly [property: string, kind: string])[] = [
  ["smoke", "home_smoke"],
  ["gas", "gas_detector"],
  ["wet", "leak_sensor"],
  ["co2", "air_quality"],
  ["pm25", "air_quality"],
  ["setpoint", "thermostat"],
  ["energy", "energy_meter"],
  ["power", "energy_meter"],
  ["volume", "water_meter"],
  ["open", "contact_sensor"],
  ["occupancy", "motion_sensor"],
  ["temperature", "room_temp"],
  ["on", "switch"],
];

const knownWords: ReadonlyMap<string, boolean> = new Map([
  ["on", true],
  ["off", false],
  ["open", true],
  ["opened", true],
  ["close", false],
  ["closed", false],
  ["true", true],
  ["false", false],
  ["yes", true],
  ["no", false],
]);

/**
 * A row for one device, from what it has shown: by a ready row where one fits, and by names, units and values for the
 * rest. A person looks at it before it counts.
 */
export function suggestRow(device: SourceDevice, samples: Samples, ready: RowIndex): MappingRow {
  const likeness = ready.rowOf(device, samples);
  const points: PointRow[] = [];
  const done = new Set<string>();
  if (likeness) {
    for (const { pointer, property, row } of filledPoints(likeness, samples.keys())) {
      points.push({ ...row, from: pointer, property });
      done.add(pointer);
    }
  }
  const names = new Set(points.map(({ property }) => property));
  const ignore: string[] = [];
  for (const [pointer, sample] of samples) {
    if (done.has(pointer)) continue;
    if (likeness && isIgnored(likeness, pointer)) ignore.push(pointer);
    else {
      const guess = guessed(pointer, sample, names);
      if (guess) points.push(guess);
    }
  }
  const id = `${device.recorded ? "recorded " : ""}${device.source} ${device.key}`.slice(0, 200);
  return {
    id,
    source: device.source,
    match: { device: device.key, ...(device.recorded && { origin: "recorded" as const }) },
    kind: likeness?.kind ?? kindBy(names),
    name: { "zh-CN": device.key.slice(0, 120), en: device.key.slice(0, 120) },
    points,
    ignore: ignore.slice(0, 64),
  };
}

const kindBy = (names: ReadonlySet<string>): string =>
  kindOfQuantity.find(([property]) => names.has(property))?.[1] ?? "device";

/** What a value probably is; null for one that nothing is known of. */
function guessed(pointer: string, sample: Sample, names: Set<string>): PointRow | null {
  const last = (levelsOf(pointer) ?? []).at(-1) ?? "";
  const word = last.replace(/(?<=[a-z0-9])(?=[A-Z])/g, "_").toLowerCase();
  const meant = quantities.find((each) => each.said.test(word) && suits(each, sample));
  if (meant === undefined) return null;
  const property = freeName(meant.property, names);
  const name = { ...meant.name };
  if (meant.type === "boolean") {
    return {
      from: pointer,
      property,
      name,
      type: "boolean",
      ...(typeof sample === "string" && { words: wordsFor(sample) }),
    };
  }
  const unit = meant.comesIn.find(
    ([, min, max]) => typeof sample === "number" && sample >= min && sample <= max,
  )?.[0];
  const { min, max, decimals } = meant;
  return {
    ...{ from: pointer, property, name, unit: meant.unit, min, max, decimals },
    ...(unit !== undefined && unit !== meant.unit && { fromUnit: unit }),
  };
}

function suits({ type, comesIn }: Quantity, sample: Sample): boolean {
  if (typeof sample === "number")
    return type === "number" && comesIn.some(([, min, max]) => sample >= min && sample <= max);
  const saysYesOrNo = typeof sample === "string" ? knownWords.has(sample.toLowerCase()) : sample !== null;
  return type === "boolean" && saysYesOrNo;
}

/** Both words of a pair in the letters of the one that was seen. */
function wordsFor(sample: string): Record<string, boolean> {
  const inLetters = (word: string): string => (sample === sample.toUpperCase() ? word.toUpperCase() : word);
  const pairs = [
    ["on", "off"],
    ["open", "closed"],
    ["open", "close"],
    ["opened", "closed"],
    ["true", "false"],
    ["yes", "no"],
  ] as const;
  const pair = pairs.filter((each) => each.some((word) => word === sample.toLowerCase()));
  return Object.fromEntries(pair.flat().map((word) => [inLetters(word), knownWords.get(word) ?? false]));
}

function freeName(wished: string, names: Set<string>): string {
  let name = wished;
  for (let n = 2; names.has(name); n++) name = `${wished}${n}`;
  names.add(name);
  return name;
}
