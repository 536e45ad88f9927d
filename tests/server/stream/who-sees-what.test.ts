import { beforeEach, describe, expect, it } from "vitest";
import { audienceOf, channelsOf } from "../../../models/duty/authority.ts";
import { type Authority, duties } from "../../../models/duty/duty.ts";
import {
  type ChannelId,
  deviceId,
  dwellingId,
  ownChannel,
  publicChannel,
  staffChannel,
} from "../../../models/ids.ts";
import type { ChannelDictionary, RecordEvent, Watching } from "../../../models/stream/messages.ts";
import type { Refusals } from "../../../server/audit/refusals.ts";
import type { OverlaySource } from "../../../server/overlays/overlay-source.ts";
import { RecordingWire } from "./recording-wire.ts";
import { box, Town } from "./town.ts";

const homes = [dwellingId("home-a"), dwellingId("home-b")] as const;
const channels: readonly ChannelId[] = [publicChannel, staffChannel, ...homes.map(ownChannel)];
const authorities = duties.map(
  (duty): Authority => ({ duty, dwelling: duty === "resident" ? homes[0] : null }),
);
const matrix = authorities.flatMap((authority) =>
  channels.map((channel) => [authority.duty, channel, authority] as const),
);

let town: Town;
/** What was refused, as the trail is told. */
let refused: string[] = [];
let overlayChanged: Parameters<OverlaySource["onChange"]>[0];
beforeEach(() => {
  const overlays: OverlaySource = {
    body: () => ({ status: "shown", fromMs: 0, untilMs: 0, intervals: [] }),
    onChange: (listener) => {
      overlayChanged = listener;
      return () => undefined;
    },
  };
  refused = [];
  const refusals: Pick<Refusals, "note"> = {
    note: ({ subject, detail }) => void refused.push(`${detail["duty"]} ${subject}`),
  };
  town = new Town({ overlays, refusals });
  for (const home of homes) town.twin.addDevice(box(`box-${home}`, home));
  town.twin.addDevice(box("box-yard", null));
  town.tick();
});

/** Which channels a device's property is on, from the law in words. */
function channelsOfProperty(device: string, property: string): readonly string[] {
  if (property === "air" || property === "mode") return ["public"];
  const home = device.startsWith("box-home") ? [`own:${device.replace("box-", "")}`] : [];
  return property === "use" ? home : ["staff", ...home];
}

function reportAll(value: number): void {
  for (const device of ["box-home-a", "box-home-b", "box-yard"]) {
    for (const property of ["air", "load", "door", "use", "mode"]) town.report(device, property, value);
  }
}

/** Whether nobody but the channel's members may know the property: what tells that it reached one of them. */
const isOfAlone = (channel: string, device: string, property: string): boolean =>
  channelsOfProperty(device, property).join() === channel;

describe.each(matrix)("%s and the channel %s", (_, channel, authority) => {
  const member = channelsOf(authority).includes(channel);

  it(`ST11 AU13 watch: ${member ? "begins" : "is refused, like a channel that is not there, and in the trail"}`, () => {
    const client = new RecordingWire(town, authority);
    client.hello();
    const watch = (id: string) =>
      client.say("watch", { channels: [{ channel: id, epoch: 0, tick: null }], records: null });
    expect(watch(channel).ok).toBe(member);
    if (!member) expect(watch(channel)).toEqual(watch("own:nowhere"));
    expect(refused).toEqual(
      member ? [] : [channel, channel, "own:nowhere"].map((id) => `${authority.duty} channel ${id}`),
    );
  });

  it("ST11 welcome and frames: name it only to members", () => {
    const client = new RecordingWire(town, authority);
    client.watchAll();
    reportAll(1);
    town.tick(3);
    expect(client.hello().channels.some((head) => head.channel === channel)).toBe(member);
    expect(client.taken().length).toBeGreaterThan(0);
    expect(client.say("drawn", { channels: [{ channel, tick: 0 }] }).ok).toBe(true);
  });

  it("ST11 records: alerts of it reach members alone, when they begin and when they are caught up with", () => {
    const client = new RecordingWire(town, authority);
    client.watchAll();
    reportAll(2000);
    town.tick(2);
    const told = client.events.flatMap((each) => (each.event === "record" ? [each.payload] : []));
    const late = new RecordingWire(town, authority).watchAll();
    const open = late.ok ? (late.value as Watching).records : [];
    for (const records of [told, open]) {
      const on = records.map(({ record }: RecordEvent) => record.alert.point.split("/"));
      expect(on.some(([device, property]) => isOfAlone(channel, device!, property!))).toBe(member);
      expect(
        on.every(([device, property]) =>
          channelsOfProperty(device!, property!).some((each) =>
            channelsOf(authority).includes(each as ChannelId),
          ),
        ),
      ).toBe(true);
    }
    expect(told.map((each) => each.seq)).toEqual(told.map((_each, at) => at + 1));
  });

  it("ST11 ST13 JSON readings: of it reach members alone", () => {
    const client = new RecordingWire(town, authority);
    reportAll(3);
    town.tick(40);
    const readings = client.events.flatMap((each) =>
      each.event === "readings" ? each.payload.readings : [],
    );
    expect(readings.some(({ device, property }) => isOfAlone(channel, device, property))).toBe(member);
  });
});

describe("dictionaries", () => {
  const dictionary = (channel: ChannelId) => JSON.parse(town.dictionary(channel)!.json) as ChannelDictionary;

  it.each(channels)("ST11 of %s list its own points alone, numbered without gaps", (channel) => {
    const { devices, points } = dictionary(channel);
    let next = 0;
    for (const device of devices) {
      expect(device.firstPoint).toBe(next);
      next += device.properties.length;
      for (const property of device.properties)
        expect(channelsOfProperty(device.id, property as string)).toContain(channel);
    }
    expect(next).toBe(points);
  });

  it("ST11 say nothing of homes to the public, nor of devices its members cannot see", () => {
    const gateway = box("gateway", null, { points: [] });
    town.twin.addDevice(gateway);
    town.twin.addDevice(box("box-hall", "home-a", { via: gateway.id, fedBy: deviceId("box-yard") }));
    town.tick(30);
    const hall = dictionary(publicChannel).devices.find((device) => device.id === "box-hall");
    expect(hall).toMatchObject({ place: { dwelling: null }, via: null, fedBy: "box-yard" });
    expect(JSON.stringify(dictionary(publicChannel))).not.toMatch(/"dwelling":"|gateway/);
    expect(dictionary(staffChannel).devices.find((device) => device.id === "box-hall")?.place.dwelling).toBe(
      "home-a",
    );
  });

  it("ST11 of one channel stay the same, epoch and bytes, when devices join another", () => {
    const staff = dictionary(staffChannel);
    const before = town.dictionary(publicChannel)!;
    const points = box("box-plant", null).points.filter((spec) => spec.visibility !== "public");
    town.twin.addDevice(box("box-plant", "home-b", { points }));
    town.tick(30);
    expect(town.dictionary(publicChannel)).toEqual(before);
    expect(dictionary(staffChannel).points).toBe(staff.points + 2);
  });

  it("ST4 another epoch than the present one is not to be had", () => {
    const { epoch } = town.dictionary(publicChannel)!;
    expect(town.dictionary(publicChannel, epoch)).not.toBeNull();
    expect(town.dictionary(publicChannel, epoch + 1)).toBeNull();
  });
});

describe("a point that may no longer be seen", () => {
  it("ST11 leaves its channel with the next tick, whatever else waits for a new epoch", () => {
    const client = new RecordingWire(town, { duty: "public", dwelling: null });
    client.watchAll();
    town.tick();
    town.twin.addDevice(box("box-new", null));
    town.tick(21);
    client.watchAll();
    town.tick();
    client.messages.length = 0;
    town.twin.addDevice(box("box-newer", null));
    const personal = box("box-yard", null).points.map((spec) => ({
      ...spec,
      visibility: "personal" as const,
    }));
    town.twin.addDevice(box("box-yard", null, { points: personal }));
    town.report("box-yard", "air", 77);
    expect(town.dictionary(publicChannel)).toBeNull();
    town.tick();
    expect(client.taken()).toMatchObject([{ kind: "resync" }]);
    expect(town.dictionary(publicChannel)!.json).not.toContain("box-yard");
  });
});

describe("aggregates", () => {
  it.each(authorities)("ST11 reach the audience of $duty alone", (authority) => {
    const client = new RecordingWire(town, authority);
    client.watchAll();
    for (const audience of ["public", "planner", "staff"] as const) {
      client.events.length = 0;
      overlayChanged("energy", audience);
      expect(client.events.length).toBe(audience === audienceOf(authority) ? 1 : 0);
    }
  });
});
