import { z } from "zod";
import { buildingId, deviceId, dwellingId, kindId, partyId, spaceId } from "../ids.ts";
import type { DeviceId } from "../ids.ts";
import type { EastNorthUp } from "../community/community.ts";
import type { Text } from "../language/text.ts";
import { issueWords } from "../language/issue-words.ts";
import { text } from "../language/text.ts";
import { kindOf } from "./catalogue.ts";
import type { Device } from "./device.ts";
import { asSeenAtHome } from "./at-home.ts";
import type { PointSpec } from "./kind.ts";
import { parties } from "./parties.ts";
import { describedPlace } from "./described-place.ts";
import { describedPoint, pointsSchema } from "./described-point.ts";
import { isRecordedKind } from "./kinds/recorded.ts";

/**
 * What a `$describe` turned into: a device, or a sentence that names the field and what to do. `misplaced` says why a
 * part of its place was left out.
 */
export type Described =
  | { readonly ok: true; readonly device: Device; readonly misplaced?: Text }
  | { readonly ok: false; readonly problem: Text };

/** Longitude and latitude to the community's frame; null when the community does not say where it lies. */
export type ToLocal = (place: {
  readonly lon: number;
  readonly lat: number;
  readonly heightM: number;
}) => EastNorthUp | null;

const id = z.string().min(1).max(128);
const name = z.string().min(1).max(200);

const schema = z.strictObject({
  kind: id,
  name: z.strictObject({ "zh-CN": name.optional(), en: name.optional() }).optional(),
  at: describedPlace.optional(),
  party: id.optional(),
  via: id.optional(),
  fedBy: id.optional(),
  origin: z.enum(["live", "recorded"]).optional(),
  points: pointsSchema.optional(),
});
type Description = z.output<typeof schema>;

/** Carries a sentence out of the building of a device; never leaves this file. */
class Mistake extends Error {
  readonly problem: Text;
  constructor(problem: Text) {
    super(problem.en);
    this.problem = problem;
  }
}

const mistake = (field: string, zh: string, en: string): Mistake =>
  new Mistake(text(`字段 ${field}：${zh}`, `${field}: ${en}`));

/** Turns a badly shaped id into a sentence that names its field. */
function born<Id>(field: string, make: (candidate: string) => Id, candidate: string): Id {
  try {
    return make(candidate);
  } catch (error) {
    throw mistake(field, "不是合法的编号", error instanceof Error ? error.message : "not an id");
  }
}

/**
 * Reads the JSON of a `$describe` (interfaces.md, Devices in). A device of a catalogue kind has the catalogue's
 * points first; points it describes beyond those, like all points of an unknown kind, are personal until classed.
 */
export function readDescription(device: DeviceId, json: unknown, toLocal: ToLocal): Described {
  const parsed = schema.safeParse(json, { reportInput: true });
  if (!parsed.success) return { ok: false, problem: firstIssue(parsed.error) };
  try {
    return { ok: true, device: build(device, parsed.data, toLocal) };
  } catch (error) {
    if (error instanceof Mistake) return { ok: false, problem: error.problem };
    throw error;
  }
}

function build(device: DeviceId, described: Description, toLocal: ToLocal): Device {
  const kindName = born("kind", kindId, described.kind);
  const kind = kindOf(kindName);
  if (!kind && Object.keys(described.points ?? {}).length === 0) {
    throw mistake(
      "points",
      `种类 ${described.kind} 不在目录中，必须逐一说明测点`,
      `kind ${described.kind} is not in the catalogue, so its points must be described`,
    );
  }
  const at = described.at ?? {};
  const given = described.name;
  const dwelling = at.dwelling === undefined ? null : born("at.dwelling", dwellingId, at.dwelling);
  const points = pointsOf(kind?.points ?? [], described.points ?? {});
  const recorded = isRecordedKind(kindName);
  const zh = given?.["zh-CN"] ?? given?.en ?? kind?.name["zh-CN"] ?? device;
  const en = given?.en ?? given?.["zh-CN"] ?? kind?.name.en ?? device;
  return {
    id: device,
    kind: kindName,
    name: text(zh, en),
    place: {
      building: at.building === undefined ? null : born("at.building", buildingId, at.building),
      storey: at.storey ?? null,
      dwelling,
      space: at.space === undefined ? null : born("at.space", spaceId, at.space),
      at: positionOf(at.position, toLocal),
    },
    party: partyOf(described.party, kind?.party ?? partyId("PM-ENG")),
    via: described.via === undefined ? null : born("via", deviceId, described.via),
    fedBy: described.fedBy === undefined ? null : born("fedBy", deviceId, described.fedBy),
    origin: recorded ? "recorded" : (described.origin ?? "live"),
    points: dwelling === null ? points : points.map((point) => asSeenAtHome(kind, point)),
  };
}

function positionOf(
  position: NonNullable<Description["at"]>["position"],
  toLocal: ToLocal,
): EastNorthUp | null {
  if (position === undefined) return null;
  if (!("lon" in position)) return position;
  const local = toLocal(position);
  if (local) return local;
  throw mistake(
    "at.position",
    "本社区没有地理坐标，请改用 [东, 北, 高] 米",
    "this community has no geographic place; give [east, north, up] in metres instead",
  );
}

function partyOf(party: string | undefined, fallback: Device["party"]): Device["party"] {
  if (party === undefined) return fallback;
  const known = [...parties.keys()].find((code) => code === party);
  if (known !== undefined) return known;
  throw mistake("party", `未知责任方 ${party}`, `${party} is not one of ${[...parties.keys()].join(", ")}`);
}

function pointsOf(
  catalogue: readonly PointSpec[],
  described: NonNullable<Description["points"]>,
): PointSpec[] {
  const points = catalogue.filter((point) => point.type !== "event");
  for (const [property, given] of Object.entries(described)) {
    if (catalogue.some((point) => point.property === property)) continue;
    const point = describedPoint(property, given);
    if (typeof point === "string") throw mistake(`points.${property}`, `测点说明有误：${point}`, point);
    if (point.type !== "event") points.push(point);
  }
  return points;
}

function firstIssue(error: z.ZodError): Text {
  const issue = error.issues[0];
  if (!issue) return text("设备说明无法读取", "the description cannot be read");
  const path = issue.path.map(String).join(".");
  const field = (path === "" ? "$describe" : path).slice(0, 200);
  const { "zh-CN": zh, en } = issueWords(issue);
  return text(`字段 ${field}：${zh}`, `${field}: ${en}`);
}
