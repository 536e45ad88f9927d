import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { PointSpec } from "../../models/device/kind.ts";
import { qualityOf, reasonOf } from "../../models/device/reading.ts";
import { channelsOf, channelsOfPoint, isCountedUnseen } from "../../models/duty/authority.ts";
import type { Authority } from "../../models/duty/duty.ts";
import type { PlacedDevice, TwinReader } from "../twin/twin-reader.ts";
import { askerOf, coverHome } from "./asker.ts";
import { queryOf } from "./query.ts";
import type { Rooms } from "./rooms.ts";

const pointsQuery = z.strictObject({
  device: z.string().optional(),
  kind: z.string().optional(),
  building: z.string().optional(),
  /** How many devices to pass over, as `next` of the answer before said: of those told, so that no gap tells of others. */
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(10_000).default(1000),
});
type PointsQuery = z.output<typeof pointsQuery>;

interface SpokenPoint {
  readonly device: string;
  readonly property: string;
  readonly kind: string;
  readonly building: string | null;
  readonly value: number | boolean | string | null;
  readonly unit: string;
  readonly quality: string;
  /** Why the quality is not better. */
  readonly reason: string;
  /** Community time of the source; null while missing. */
  readonly at: string | null;
  readonly ageS: number | null;
  readonly origin: string;
}

/** Current values as far as the caller's duty allows, and how many points of no home that were asked for are withheld. */
export function addPointsRoute(app: FastifyInstance, { access, reads, twin, clock }: Rooms): void {
  app.get("/api/v1/points", async (request) => {
    const { authority, session } = await askerOf(request, access);
    const nowMs = clock.nowMs();
    const { ofHome, ...answer } = pointsFor(twin, authority, queryOf(pointsQuery, request), nowMs);
    if (ofHome) await coverHome(reads, session);
    return { clock: new Date(nowMs).toISOString(), ...answer };
  });
}

function pointsFor(
  twin: TwinReader,
  authority: Authority,
  query: PointsQuery,
  nowMs: number,
): { points: SpokenPoint[]; withheld: number; next: number | null; ofHome: boolean } {
  const channels = new Set<string>(channelsOf(authority));
  const points: SpokenPoint[] = [];
  let withheld = 0;
  let ofHome = false;
  let passed = 0;
  for (const placed of twin.devices) {
    if (!isAskedFor(placed, query)) continue;
    const { points: specs, place } = placed.device;
    const mayRead = ({ visibility }: PointSpec): boolean =>
      channelsOfPoint(visibility, place).some((channel) => channels.has(channel));
    const told = [...specs.entries()].filter(
      ([, spec]) => mayRead(spec) || isCountedUnseen(spec.visibility, place),
    );
    if (told.length === 0) continue;
    if (passed < query.after) {
      passed += 1;
      continue;
    }
    if (points.length >= query.limit) return { points, withheld, next: passed, ofHome };
    passed += 1;
    for (const [offset, spec] of told) {
      if (!mayRead(spec)) withheld += 1;
      else points.push(spoken(twin, placed, spec, placed.firstPoint + offset, nowMs));
      ofHome ||= spec.visibility === "personal";
    }
  }
  return { points, withheld, next: null, ofHome };
}

const isAskedFor = ({ device }: PlacedDevice, { device: id, kind, building }: PointsQuery): boolean =>
  (id === undefined || device.id === id) &&
  (kind === undefined || device.kind === kind) &&
  (building === undefined || device.place.building === building);

function spoken(
  twin: TwinReader,
  { device }: PlacedDevice,
  spec: PointSpec,
  index: number,
  nowMs: number,
): SpokenPoint {
  const { values, qualities, timesMs } = twin.state;
  const quality = qualities[index] ?? 0;
  const timeMs = timesMs[index] ?? 0;
  const missing = qualityOf(quality) === "missing";
  return {
    device: device.id,
    property: spec.property,
    kind: device.kind,
    building: device.place.building,
    value: missing ? null : spokenValue(spec, values[index] ?? Number.NaN),
    unit: spec.unit,
    quality: qualityOf(quality),
    reason: reasonOf(quality),
    at: missing ? null : new Date(timeMs).toISOString(),
    ageS: missing ? null : Math.max(0, (nowMs - timeMs) / 1000),
    origin: device.origin,
  };
}

function spokenValue(spec: PointSpec, value: number): number | boolean | string | null {
  if (!Number.isFinite(value)) return null;
  if (spec.type === "boolean") return value !== 0;
  return spec.type === "enum" ? (spec.values[value] ?? null) : value;
}
