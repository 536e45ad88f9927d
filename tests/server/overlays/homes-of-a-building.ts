import { kindOf } from "../../../models/device/catalogue.ts";
import type { Community } from "../../../models/community/community.ts";
import { readDescription } from "../../../models/device/description.ts";
import type { Device } from "../../../models/device/device.ts";
import { limitsOf } from "../../../models/device/limits.ts";
import { goodQuality } from "../../../models/device/reading.ts";
import { xingheGarden } from "../../../models/communities/index.ts";
import { deviceId, pointId, propertyId } from "../../../models/ids.ts";
import { Overlays } from "../../../server/overlays/overlays.ts";
import { Twin } from "../../../server/twin/twin.ts";

/** Eight in the morning in Jinan, on a whole hour. */
export const morningMs = Date.UTC(2026, 10, 24, 0, 0, 0);

/** A twin with its overlays, fed by hand. */
export interface Bench {
  readonly community: Community;
  readonly twin: Twin;
  readonly overlays: Overlays;
  add(kind: string, id: string, place: Partial<Device["place"]>, origin?: Device["origin"]): void;
  say(id: string, property: string, value: number, atMs: number): void;
  tick(atMs: number): void;
}

export function bench(community: Community = xingheGarden()): Bench {
  const limitsFor = ({ kind }: Device, property: Parameters<typeof limitsOf>[1]) => {
    const known = kindOf(kind);
    return known === undefined ? [] : limitsOf(known, property);
  };
  const twin = new Twin({ limitsOf: limitsFor, localHour: () => 8 });
  const overlays = new Overlays(twin, community, (alert) => {
    const device = twin.device(alert.device)?.device;
    return device && kindOf(device.kind)?.limits.find(({ id }) => id === alert.limit);
  });
  return {
    community,
    twin,
    overlays,
    add(kind, id, { building, storey, dwelling }, origin = "live") {
      const at = { ...(building && { building }), ...(storey && { storey }), ...(dwelling && { dwelling }) };
      const described = readDescription(deviceId(id), { kind, at, origin }, () => null);
      if (!described.ok) throw new Error(described.problem.en);
      twin.addDevice(described.device);
      overlays.follow();
    },
    say(id, property, value, atMs) {
      const index = twin.indexOf(pointId(deviceId(id), propertyId(property)));
      if (index === undefined) throw new Error(`no point ${id}/${property}`);
      twin.report(index, value, goodQuality, atMs, atMs);
      overlays.observe(index, value, atMs);
    },
    tick(atMs) {
      overlays.onTick(twin.tick(atMs));
    },
  };
}

/** Puts a meter into every home of a building. */
export function metersIn(where: Bench, building: string, most = Number.POSITIVE_INFINITY): string[] {
  const homes = where.community.dwellings.filter((home) => home.building === building).slice(0, most);
  return homes.map((home) => {
    const id = `${home.id}-elec_meter`;
    where.add("elec_meter", id, { building: home.building, storey: home.storey, dwelling: home.id });
    return id;
  });
}
