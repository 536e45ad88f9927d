import { describe, expect, it } from "vitest";
import { kindStandings } from "../../../../client/desks/operator/overview/kind-standings.ts";
import { silences } from "../../../../client/desks/operator/overview/silences.ts";
import { DeviceFlag, type ReplicaView } from "../../../../client/replica/replica-view.ts";
import { qualityByte } from "../../../../models/device/reading.ts";
import { smallReplica, type SmallDevice } from "../../components/small-replica.ts";

const stale = { flags: DeviceFlag.stale } as const;
const behind = (id: string, via: string): SmallDevice => ({
  ...stale,
  id,
  kind: "smoke_detector",
  via,
  quality: qualityByte("stale", "gateway-silent"),
});
const itself = (id: string, kind = "street_light"): SmallDevice => ({
  ...stale,
  id,
  kind,
  quality: qualityByte("stale"),
});
const told = (replica: ReplicaView) =>
  silences(replica).map(({ cause, gateway, devices }) => [
    cause,
    gateway,
    devices.map(({ device }) => String(device.id)),
  ]);

describe("silent devices by cause", () => {
  it("puts what a silent gateway carries under it, and the gateway itself nowhere else", () => {
    const replica = smallReplica([
      behind("s1", "g1"),
      itself("g1", "gateway"),
      behind("s2", "g1"),
      behind("s3", "g2"),
      { id: "fine", kind: "street_light" },
    ]);
    expect(told(replica)).toEqual([
      ["gateway", "g1", ["s1", "s2"]],
      ["gateway", "g2", ["s3"]],
    ]);
  });

  it("tells those that fell silent themselves from those not heard since the restart", () => {
    const replica = smallReplica([
      { ...itself("old"), quality: qualityByte("stale", "restored") },
      itself("dead"),
    ]);
    expect(told(replica)).toEqual([
      ["itself", null, ["dead"]],
      ["restart", null, ["old"]],
    ]);
  });

  it("says when anything of a group was last heard, and is empty when everything speaks", () => {
    expect(silences(smallReplica([itself("a")]))[0]?.heardMs).toBe(1000);
    expect(silences(smallReplica([{ id: "a", kind: "street_light" }]))).toEqual([]);
  });
});

describe("devices at a glance", () => {
  it("counts each device once: beyond a limit before doubtful before normal", () => {
    const replica = smallReplica([
      { id: "l1", kind: "street_light" },
      { id: "l2", kind: "street_light" },
      { id: "l3", kind: "street_light", flags: DeviceFlag.stale },
      { id: "m", kind: "elec_meter", flags: DeviceFlag.stale, severity: 2 },
      { id: "w", kind: "env_station" },
    ]);
    const standings = kindStandings(replica.devices.get(), replica.deviceBytes());
    expect(standings).toEqual([
      { kind: "elec_meter", normal: 0, alerting: 1, doubtful: 0 },
      { kind: "street_light", normal: 2, alerting: 0, doubtful: 1 },
      { kind: "env_station", normal: 1, alerting: 0, doubtful: 0 },
    ]);
  });
});
