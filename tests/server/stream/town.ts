import type { DrillName } from "../../../models/drill/drill.ts";
import type { Device } from "../../../models/device/device.ts";
import type { DeviceKind, PointSpec, Visibility } from "../../../models/device/kind.ts";
import { channelsOf } from "../../../models/duty/authority.ts";
import type { Authority } from "../../../models/duty/duty.ts";
import {
  buildingId,
  communityId,
  deviceId,
  dwellingId,
  gridCellId,
  type KindId,
  kindId,
  limitId,
  partyId,
  type PointId,
  pointId,
  propertyId,
} from "../../../models/ids.ts";
import { text } from "../../../models/language/text.ts";
import type { OverlaySource } from "../../../server/overlays/overlay-source.ts";
import type { TwinState } from "../../../models/twin/twin-state.ts";
import { Presence } from "../../../server/presence/presence.ts";
import { toldLook } from "../../../server/presence/told-look.ts";
import { createHub, type HubOptions } from "../../../server/stream/stream.ts";
import { AlarmDesk, type AlarmDeskNeeds } from "../../../server/alarm-desk/alarm-desk.ts";
import { StaffRules } from "../../../server/alarm-desk/staff-rules.ts";
import { Twin } from "../../../server/twin/twin.ts";

const spec = (property: string, visibility: Visibility, change: Partial<PointSpec> = {}): PointSpec => ({
  property: propertyId(property),
  name: text(property, property),
  type: "number",
  unit: "W",
  resolution: 0.1,
  min: -1e9,
  max: 1e9,
  values: [],
  periodS: 3600,
  visibility,
  purpose: "environment",
  retention: "operational",
  brick: "Sensor",
  normal: null,
  writable: false,
  ...change,
});

/** A kind with a point for everybody, one for staff, one for the home alone. */
const boxKind: DeviceKind = {
  id: kindId("box"),
  name: text("盒", "Box"),
  symbol: "energy",
  activity: { by: "amount", property: propertyId("load"), from: [10, 100, 500] },
  brick: "Equipment",
  lifeSafety: false,
  priority: "P2",
  party: partyId("property"),
  points: [
    spec("air", "public"),
    spec("load", "staff", { resolution: 1 }),
    spec("door", "staff", { type: "boolean", unit: "state", resolution: 1 }),
    spec("use", "personal", { unit: "kWh", resolution: 0.000_001 }),
    spec("mode", "public", { type: "enum", unit: "state", resolution: 1, values: ["off", "on", "boost"] }),
  ],
  limits: ["air", "load", "use"].map((property, at) => ({
    id: limitId(`high-${property}`),
    property: propertyId(property),
    condition: { when: "above", value: 1000 },
    onDelayS: 0,
    hours: null,
    priority: (["P3", "P1", "P2"] as const)[at]!,
    party: partyId("property"),
    message: text("高", "high"),
    tellsStaff: false,
    source: "test",
    verified: false,
  })),
};

/** A kind whose points are the home's own, but whose alarm tells staff; it also has a limit that does not. */
export const callerKind: DeviceKind = {
  ...boxKind,
  id: kindId("caller"),
  name: text("呼叫", "Caller"),
  activity: { by: "amount", property: propertyId("call"), from: [1, 2, 3] },
  points: [spec("call", "personal"), spec("pulse", "personal")],
  limits: ["call", "pulse"].map((property) => ({
    ...boxKind.limits[0]!,
    id: limitId(`high-${property}`),
    property: propertyId(property),
    tellsStaff: property === "call",
  })),
};

export const kindOf = (id: KindId): DeviceKind | undefined =>
  [boxKind, callerKind].find((kind) => kind.id === id);

/** A box, in a home (its `use` is then of that home) or anywhere. */
export function box(name: string, home: string | null, change: Partial<Device> = {}): Device {
  return {
    id: deviceId(name),
    kind: boxKind.id,
    name: text(name, name),
    place: {
      building: null,
      storey: null,
      dwelling: home === null ? null : dwellingId(home),
      space: null,
      at: [1, 2, 3],
    },
    party: partyId("property"),
    via: null,
    fedBy: null,
    origin: "live",
    points: boxKind.points,
    ...change,
  };
}

export const startMs = Date.UTC(2026, 5, 1, 8);
export const tickMs = 100;

const noOverlays: OverlaySource = {
  body: () => ({ status: "shown", fromMs: 0, untilMs: 0, intervals: [] }),
  onChange: () => () => undefined,
};

const noCommands: HubOptions["commands"] = {
  ask: () => Promise.resolve({ ok: false, code: "not-allowed" }),
  recent: () => [],
  takeFresh: () => [],
};

/** A twin, a stream hub without sockets, and the clocks of both, moved by the test. */
export class Town {
  readonly twin = new Twin({
    limitsOf: ({ kind }, property) =>
      kindOf(kind)?.limits.filter((limit) => limit.property === property) ?? [],
    localHour: () => 12,
  });
  nowMs = startMs;
  demo = true;
  drill: DrillName | null = null;
  /** The twin as it was at each tick. */
  readonly past = new Map<number, TwinState>();
  readonly #limitOf: HubOptions["limitOf"] = ({ device, limit }) => {
    const kind = this.twin.device(device)?.device.kind;
    return kind && kindOf(kind)?.limits.find(({ id }) => id === limit);
  };
  readonly #rules = new StaffRules(this.twin, this.#limitOf);
  /** The desk without a store: what happens to alarms by themselves. */
  readonly alarms = new AlarmDesk({
    get db(): AlarmDeskNeeds["db"] {
      throw new Error("there is no store here");
    },
    community: communityId("town"),
    audit: { transaction: () => Promise.reject(new Error("there is no store here")) },
    refusals: { note: () => undefined },
    nowMs: () => this.nowMs,
    ruleOf: (of) => this.#rules.ruleOf(of),
    alarmed: (id) => this.#rules.alarmed(id),
    linesOf: (device) => this.twin.device(device)?.device,
    aboutOf: () => null,
    measures: { note: () => undefined },
    longestShelfMs: 1,
  });
  readonly options: HubOptions;
  readonly hub: ReturnType<typeof createHub>["hub"];
  readonly house: ReturnType<typeof createHub>["house"];
  readonly dictionary: ReturnType<typeof createHub>["dictionary"];

  constructor(change: Partial<HubOptions> = {}) {
    const nowMs = (): number => this.nowMs;
    this.options = {
      twin: this.twin,
      clock: { nowMs, rate: 1 },
      community: "town",
      catalogueSpec: (kind, property) => kindOf(kind)?.points.find((point) => point.property === property),
      limitOf: this.#limitOf,
      overlays: noOverlays,
      run: 3,
      tickMs,
      timers: { nowMs },
      isDemo: () => this.demo,
      drill: () => this.drill,
      commands: noCommands,
      alarms: this.alarms,
      refusals: { note: () => undefined },
      presence: new Presence(
        toldLook({
          twin: this.twin,
          buildings: new Set([buildingId("tower")]),
          cells: new Set([gridCellId("cell-1")]),
          open: this.alarms.open,
        }),
        nowMs,
      ),
      reads: { covers: () => true, cover: () => Promise.resolve() },
      ...change,
    };
    const { hub, house, dictionary } = createHub(this.options);
    this.hub = hub;
    this.house = house;
    this.dictionary = dictionary;
  }

  report(device: string, property: string, value: number, quality = 0, agoMs = 0): void {
    const index = this.twin.indexOf(pointId(deviceId(device), propertyId(property)));
    if (index !== undefined) this.twin.report(index, value, quality, this.nowMs - agoMs, this.nowMs);
  }

  /** One tick of the twin, and what the stream makes of it. */
  tick(times = 1): void {
    for (let n = 0; n < times; n++) {
      this.nowMs += tickMs;
      const result = this.twin.tick(this.nowMs);
      this.past.set(result.delta.to, structuredClone(this.twin.state));
      this.alarms.onTick(result.alerts, result.delta.timeMs);
      this.hub.onTick(result);
    }
  }

  /** The points a person may see, from the law alone, without the stream's own machinery. */
  visiblePoints(authority: Authority): PointId[] {
    const mine = new Set<string>(channelsOf(authority));
    const points: PointId[] = [];
    for (let index = 0; index < this.twin.pointCount; index++) {
      const { visibility, property } = this.twin.specOf(index);
      const { device } = this.twin.deviceAt(index);
      const ofHome = device.place.dwelling !== null && mine.has(`own:${device.place.dwelling}`);
      const shared = visibility !== "personal" && mine.has(visibility);
      if (shared || (visibility !== "public" && ofHome)) points.push(pointId(device.id, property));
    }
    return points;
  }
}
