import type { Described } from "../device/description.ts";
import type { Device } from "../device/device.ts";
import type { Limit, PointSpec, Visibility } from "../device/kind.ts";
import { visibilities } from "../device/kind.ts";
import { kindOf } from "../device/catalogue.ts";
import { deviceId, kindId, limitId, partyId, type DeviceId, type PropertyId } from "../ids.ts";
import { text, type Text } from "../language/text.ts";
import { converter, type Convert } from "./convert.ts";
import { filledPoints, type FilledPoint } from "./filled-points.ts";
import type { LimitRow, MappingRow, PointRow } from "./mapping-file.ts";
import type { SourceDevice } from "./recognise.ts";
import { template } from "./template.ts";

/** What a value of a message becomes. */
export interface Binding {
  readonly property: PropertyId;
  readonly convert: Convert;
}

export interface MappedDevice {
  readonly device: Device;
  /** By pointer into its messages. */
  readonly bindings: ReadonlyMap<string, Binding>;
}

export type Mapped = ({ readonly ok: true } & MappedDevice) | { readonly ok: false; readonly problem: Text };

/** `readDescription` of `models/device`, bound to where the community lies. */
export type ReadDescription = (device: DeviceId, description: unknown) => Described;

/** Letters that an id cannot carry, written as in an address. */
const spoken = (key: string): string =>
  key.replaceAll(
    /[%/+#$\p{Cc}]/gu,
    (letter) => `%${letter.codePointAt(0)?.toString(16).padStart(2, "0").toUpperCase()}`,
  );

/** The id of a source's device in the twin; null for a name that makes none. A recording has devices of its own. */
export function mappedDeviceId({ source, key, recorded }: SourceDevice): DeviceId | null {
  try {
    return deviceId(`${recorded ? "recorded-" : ""}${source}:${spoken(key)}`);
  } catch {
    return null;
  }
}

/**
 * The device a row makes of one of a source, and what its values become. Rows with places in their pointers make a
 * point for each value shown so far that fits; so do rows for a sort of device.
 */
export function mappedDevice(
  row: MappingRow,
  source: SourceDevice,
  shown: Iterable<string>,
  read: ReadDescription,
): Mapped {
  const id = mappedDeviceId(source);
  const refuse = (where: string, zh: string, en: string): Mapped => ({
    ok: false,
    problem: text(`映射 ${row.id}，${where}：${zh}`, `mapping ${row.id}, ${where}: ${en}`),
  });
  if (id === null) return refuse("match.device", "名称过长，无法作为编号", "the name is too long for an id");
  const filled = filledPoints(row, [...shown]);
  const kind = knownKind(row.kind);
  const catalogue = new Map((kind?.points ?? []).map((spec) => [String(spec.property), spec]));
  const described: Record<string, object> = {};
  for (const each of filled)
    if (!catalogue.has(each.property)) described[each.property] = descriptionOf(each);
  const reading = read(id, {
    kind: row.kind,
    name: row.name ?? { "zh-CN": source.key.slice(0, 200), en: source.key.slice(0, 200) },
    ...(row.at !== undefined && { at: row.at }),
    ...(row.party !== undefined && { party: row.party }),
    ...(row.via !== undefined && { via: row.via }),
    origin: source.recorded ? "recorded" : "live",
    points: described,
  });
  if (!reading.ok)
    return {
      ok: false,
      problem: text(
        `映射 ${row.id}：${reading.problem["zh-CN"]}`,
        `mapping ${row.id}: ${reading.problem.en}`,
      ),
    };
  const specs = new Map(reading.device.points.map((spec) => [String(spec.property), spec]));
  const points = new Map<string, PointSpec>();
  const bindings = new Map<string, Binding>();
  for (const each of filled) {
    const spec = specs.get(each.property);
    const where = `points.${each.property}`;
    if (spec === undefined)
      return refuse(where, "该属性是事件，不是读数", "the property is an event, not a reading");
    const convert = converter(each.row, spec);
    if (typeof convert === "string") return refuse(where, `无法换算（${convert}）`, convert);
    const asSaid = catalogue.has(each.property) ? each.row.unit : undefined;
    if (asSaid !== undefined && asSaid !== spec.unit)
      return refuse(where, `目录中该测点以 ${spec.unit} 计`, `the catalogue has this point in ${spec.unit}`);
    bindings.set(each.pointer, { property: spec.property, convert });
    if (!points.has(each.property))
      points.set(each.property, finished(spec, each.row, catalogue.has(each.property), reading.device));
  }
  return { ok: true, device: { ...reading.device, points: [...points.values()] }, bindings };
}

function knownKind(kind: string) {
  try {
    return kindOf(kindId(kind));
  } catch {
    return undefined;
  }
}

function descriptionOf({ row }: FilledPoint): object {
  const states = [...new Set(Object.values(row.words ?? {}).filter((word) => typeof word === "string"))];
  const type = row.type ?? (states.length > 0 ? "enum" : "number");
  return {
    type,
    ...(type === "enum" && states.length > 0 && { enum: states }),
    ...(row.unit !== undefined && { unit: row.unit }),
    ...(row.decimals !== undefined && type === "number" && { resolution: 10 ** -row.decimals }),
    ...(row.min !== undefined && { min: row.min }),
    ...(row.max !== undefined && { max: row.max }),
    ...(row.periodS !== undefined && { periodS: row.periodS }),
  };
}

/** Purposes and keeping of a point nobody has classed otherwise. */
const keepingOf = {
  public: { purpose: "environment", retention: "environment" },
  staff: { purpose: "plant-operation", retention: "operational" },
  personal: { purpose: "information", retention: "personal" },
} as const;

function finished(spec: PointSpec, row: PointRow, known: boolean, device: Device): PointSpec {
  const wished = row.visibility ?? spec.visibility;
  // Nobody opens what the catalogue keeps closer, nor what is in a home.
  const visibility = known || device.place.dwelling !== null ? stricter(wished, spec.visibility) : wished;
  const limits = (row.limits ?? []).map((limit, k) => limitOf(limit, spec.property, k, device));
  const resolution = resolutionOf(spec, row);
  const same = resolution === spec.resolution && visibility === spec.visibility;
  // The catalogue's own point travels by its name alone.
  if (known && same && row.name === undefined && limits.length === 0) return spec;
  return {
    ...spec,
    name: row.name === undefined ? spec.name : named(row.name, spec.name),
    resolution,
    visibility,
    ...(!known && keepingOf[visibility]),
    ...(limits.length > 0 && { limits }),
  };
}

/** As many decimals as wished, as long as the range in such steps fits the wire. */
function resolutionOf(spec: PointSpec, { decimals }: PointRow): number {
  if (decimals === undefined || spec.type !== "number") return spec.resolution;
  const wished = 10 ** -decimals;
  const widest = Math.max(Math.abs(spec.min), Math.abs(spec.max)) / wished;
  return widest <= 2 ** 31 - 1 ? wished : spec.resolution;
}

const stricter = (a: Visibility, b: Visibility): Visibility =>
  visibilities.indexOf(a) > visibilities.indexOf(b) ? a : b;

const named = (given: NonNullable<PointRow["name"]>, otherwise: Text): Text =>
  text(given["zh-CN"] ?? given.en ?? otherwise["zh-CN"], given.en ?? given["zh-CN"] ?? otherwise.en);

function limitOf(row: LimitRow, property: PropertyId, k: number, device: Device): Limit {
  return {
    id: limitId(`mapped.${property}.${k + 1}`.slice(0, 128)),
    property,
    condition: row.condition,
    ...(row.deadband !== undefined && { deadband: row.deadband }),
    onDelayS: row.delayS ?? 0,
    ...(row.offDelayS !== undefined && { offDelayS: row.offDelayS }),
    hours: row.hours ?? null,
    priority: row.priority,
    party: row.party === undefined ? device.party : partyId(row.party),
    tellsStaff: false,
    message: named(row.message, text("超出限值", "Beyond its limit")),
    source: "set by an administrator",
    verified: false,
  };
}

/** Whether a value is left out knowingly. */
export const isIgnored = (row: MappingRow, pointer: string): boolean =>
  (row.ignore ?? []).some((form) => template(form).match(pointer) !== null);
