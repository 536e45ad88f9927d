import type { FastifyInstance } from "fastify";
import { LimitBook } from "../../../models/alarm/rules/limit-book.ts";
import type { Community } from "../../../models/community/community.ts";
import type { RunningDrill } from "../../../models/drill/drill.ts";
import { kindOf } from "../../../models/device/catalogue.ts";
import { readDescription } from "../../../models/device/description.ts";
import { goodQuality } from "../../../models/device/reading.ts";
import { buildingId, communityId, deviceId, dwellingId, pointId, propertyId } from "../../../models/ids.ts";
import { text } from "../../../models/language/text.ts";
import { CommunityDesk } from "../../../server/community/community-desk.ts";
import { UploadShelf } from "../../../server/community/upload-shelf.ts";
import type { AlarmDesk } from "../../../server/alarm-desk/alarm-desk.ts";
import { DrillDesk } from "../../../server/drill-desk/drill-desk.ts";
import type { Past } from "../../../server/history/past.ts";
import { Trends } from "../../../server/history/trends.ts";
import type { OverlaySource } from "../../../server/overlays/overlay-source.ts";
import { createHttpServer, type HttpPlan } from "../../../server/open/http-server.ts";
import { Metrics } from "../../../server/open/metrics.ts";
import { Problems } from "../../../server/open/problems.ts";
import type { HttpReadings } from "../../../server/open/rooms.ts";
import { RuleDesk } from "../../../server/rule-desk/rule-desk.ts";
import { Presence } from "../../../server/presence/presence.ts";
import type { MessageTap } from "../../../server/ingest/message-tap.ts";
import { createHub } from "../../../server/stream/stream.ts";
import { Twin } from "../../../server/twin/twin.ts";
import { doorBench } from "../ingest/door-bench.ts";
import { smallAlarms } from "./small-alarms.ts";
import { quietFigures } from "./quiet-figures.ts";
import { home, openDoor, TestClock, type Door } from "../access/door.ts";

export const otherHome = dwellingId("B-5-1-1202");
const building = buildingId("B-5");
const flat = { building, unit: 1, storey: 12, areaM2: 90, residents: 2, at: [0, 0, 36] } as const;
const extent = { min: [0, 0, 0], max: [10, 10, 50] } as const;

/** One tower with two homes, and one triangle of a mesh. */
export const community: Community = {
  id: communityId("small"),
  name: text("小院", "Small yard"),
  source: { format: "CityJSON", version: "2.0", crs: null },
  place: null,
  timeZone: "Asia/Shanghai",
  extent,
  frame: { centre: [5, 5, 0], radiusM: 50 },
  gridCells: [],
  buildings: [
    {
      id: building,
      name: text("5号楼", "Building 5"),
      use: "residential",
      type: "A",
      gridCell: null,
      footprint: [],
      baseM: 0,
      heightM: 50,
      heightEstimated: false,
      storeys: 18,
      plinthM: 0,
      storeyHeightM: 3,
      units: 1,
      residentsByStorey: [12, 13],
    },
  ],
  dwellings: [
    { ...flat, id: home, name: text("1201", "1201") },
    { ...flat, id: otherHome, name: text("1202", "1202") },
  ],
  spaces: [],
  roads: [],
  gates: [],
  green: [],
  water: [],
  plazas: [],
  assets: [],
  surroundings: [],
  mesh: {
    positions: new Float32Array(9),
    normals: new Float32Array(9),
    surfaces: new Uint8Array(3),
    objectOf: new Uint32Array(3),
    objects: [
      {
        id: "o",
        type: "Building",
        building,
        lod: "2",
        firstVertex: 0,
        vertexCount: 3,
        extent,
        attributes: {},
      },
    ],
  },
  counts: { buildings: 1, parts: 0, storeys: 18, dwellings: 2, vertices: 3, triangles: 1 },
  skipped: [],
};

/** Public stations, a staff pump, a meter and a smoke alarm in each home, and a meter that belongs to nobody. */
const devices = [
  ["env-1", { kind: "env_station" }],
  ["pump-1", { kind: "water_pump", at: { building } }],
  ["meter-own", { kind: "elec_meter", at: { building, dwelling: home } }],
  ["meter-other", { kind: "elec_meter", at: { building, dwelling: otherHome } }],
  ["meter-lost", { kind: "elec_meter" }],
  ["smoke-own", { kind: "home_smoke", at: { building, dwelling: home } }],
  ["smoke-other", { kind: "home_smoke", at: { building, dwelling: otherHome } }],
  ["env-2", { kind: "env_station" }],
  ["env-3", { kind: "env_station" }],
] as const;

function smallTwin(nowMs: number): Twin {
  const twin = new Twin({ limitsOf: () => [], localHour: () => 12 });
  for (const [name, description] of devices) {
    const read = readDescription(deviceId(name), description, () => null);
    if (!read.ok) throw new Error(read.problem.en);
    twin.addDevice(read.device);
  }
  const report = (device: string, property: string, value: number): void => {
    const index = twin.indexOf(pointId(deviceId(device), propertyId(property)));
    if (index !== undefined) twin.report(index, value, goodQuality, nowMs, nowMs);
  };
  report("env-1", "temperature", 21.5);
  report("meter-own", "power", 1234);
  report("meter-other", "power", 4321);
  twin.tick(nowMs);
  return twin;
}

const overlays: OverlaySource = {
  body: (overlay, audience) => ({ overlay, audience }) as unknown as ReturnType<OverlaySource["body"]>,
  onChange: () => () => undefined,
};

export interface House extends Door {
  readonly app: FastifyInstance;
  readonly twin: Twin;
  readonly alarms: AlarmDesk;
  readonly limits: LimitBook;
  readonly messages: MessageTap;
  readonly problems: Problems;
  readonly faults: string[];
  /** Bodies of readings handed in. */
  readonly handedIn: string[];
  /** What the devices were told to play. */
  readonly played: (RunningDrill | null)[];
  readonly drills: DrillDesk;
  /** A foreign device says something. */
  say(topic: string, message: unknown): void;
  close(): Promise<void>;
}

export const ownOrigin = "http://127.0.0.1:4870";

export async function openHouse(
  changed: Partial<HttpPlan> = {},
  given: Partial<HttpReadings> = {},
  simulated = false,
  past: Pick<Past, "trace"> = { trace: () => Promise.resolve() },
): Promise<House> {
  const door = await openDoor(":memory:", new TestClock(), changed.alwaysSecure === true);
  const { access, audit, reads, refusals, clock, store } = door;
  const twin = smallTwin(clock.nowMs);
  const alarms = smallAlarms(door, community, twin);
  const problems = new Problems(() => undefined);
  const played: (RunningDrill | null)[] = [];
  const drills = new DrillDesk({
    audit,
    nowMs: clock.now,
    simulated,
    play: (drill) => void played.push(drill),
  });
  const limits = new LimitBook(() => null);
  const rules = new RuleDesk({
    db: store.db,
    community: community.id,
    audit,
    nowMs: clock.now,
    apply: (overrides) => limits.replace(overrides),
  });
  await rules.load();
  const faults: string[] = [];
  const handedIn: string[] = [];
  const { hub, dictionary } = createHub({
    twin,
    clock: { nowMs: clock.now, rate: 1 },
    community: community.id,
    catalogueSpec: (kind, property) => kindOf(kind)?.points.find((point) => point.property === property),
    limitOf: () => undefined,
    overlays,
    run: 1,
    tickMs: 100,
    timers: { nowMs: clock.now },
    isDemo: () => false,
    drill: () => drills.running?.drill ?? null,
    reads,
    refusals,
    presence: new Presence((look) => look, clock.now),
    alarms: alarms.desk,
    commands: {
      ask: () => Promise.resolve({ ok: false, code: "not-allowed" }),
      recent: () => [],
      takeFresh: () => [],
    },
  });
  hub.onTick(twin.tick(clock.nowMs));
  const metrics = new Metrics({
    points: () => twin.pointCount,
    devices: () => twin.deviceCount,
    sessions: () => access.openSessions.length,
    version: "0.0.0",
    figures: () => quietFigures,
    problems: () => problems.list(),
    readings: () => ({ accepted: 7 }),
    stream: () => ({ "frames-encoded": 3 }),
  });
  const bench = doorBench({}, [], audit);
  const app = await createHttpServer(
    {
      tls: null,
      alwaysSecure: false,
      trustProxy: false,
      requestsPerMinute: 10_000,
      isAllowedOrigin: (origin) => origin === ownOrigin,
      pageFolder: "/nowhere",
      logFault: (line) => void faults.push(line),
      after: () => () => undefined,
      ...changed,
    },
    {
      access,
      audit,
      reads,
      refusals,
      alarms: alarms.accounts,
      twin,
      limits,
      trends: new Trends(past),
      community,
      communityDesk: new CommunityDesk({
        db: store.db,
        shelf: new UploadShelf("/nowhere"),
        audit,
        insteadOf: "demo",
        at: null,
        mostBytes: 1000,
        nowMs: clock.now,
        after: () => () => undefined,
        successor: () => undefined,
      }),
      drills,
      rules,
      overlays,
      dictionaries: { dictionary },
      readings: {
        accept(body) {
          handedIn.push(body.toString());
          return Promise.resolve({ accepted: 1, late: 0, rejected: [] });
        },
        turnedAwayOversize: () => void handedIn.push("oversize"),
        ...given,
      },
      messages: bench.tap,
      tray: { list: () => [{ device: "stranger", shape: "number" }] },
      mappings: bench.mappingDesk,
      problems,
      metrics,
      figures: () => quietFigures,
      readingCounts: () => ({ accepted: 7 }),
      clock: { nowMs: clock.now, rate: 1 },
      version: "0.0.0",
    },
  );
  const close = async (): Promise<void> => {
    await app.close();
    hub.close();
    await refusals.close();
    await store.close();
  };
  const say = (topic: string, message: unknown): void => {
    const found = bench.foreign.topicOf(topic);
    if (found === null) throw new Error(`${topic} is of no source`);
    const stranger = { connection: bench, name: "", trusted: false };
    bench.foreign.take(found, topic, Buffer.from(JSON.stringify(message)), stranger);
  };
  const rooms = { twin, alarms: alarms.desk, limits, messages: bench.tap, problems, drills };
  return { ...door, ...rooms, app, faults, handedIn, played, say, close };
}
