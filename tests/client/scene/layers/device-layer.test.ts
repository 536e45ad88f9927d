import fc from "fast-check";
import type { BufferAttribute, CanvasTexture, Points } from "three";
import { Texture } from "three";
import { describe, expect, it } from "vitest";
import { bytesPerDevice, type ReplicaDevice } from "../../../../client/replica/replica-view.ts";
import { DeviceLayer } from "../../../../client/scene/layers/devices/device-layer.ts";
import { smallReplica } from "../../components/small-replica.ts";

/** The layer asks nothing of who drew it. */
const drawnBy = [] as unknown as Parameters<Points["onAfterRender"]>;

/** As many devices as wanted, all of them outdoors in a row; the last one has no place. */
function layerOf(count: number) {
  const replica = smallReplica(
    Array.from({ length: count }, (_, i) => ({ id: `lamp-${i}`, kind: "camera" })),
  );
  const devices = replica.devices.get().map(
    (each, i): ReplicaDevice => ({
      ...each,
      device: { ...each.device, place: { ...each.device.place, at: i === count - 1 ? null : [i, 0, 4] } },
    }),
  );
  const bytes = replica.deviceBytes();
  const layer = new DeviceLayer(new Texture() as CanvasTexture);
  layer.setDevices(devices, bytes, [], 0);
  const passes = layer.root.children as Points[];
  const looks = passes[0]!.geometry.getAttribute("aLook") as BufferAttribute;
  const sent = new Uint8Array(bytes);
  let version = looks.version;
  /** What the renderer does with a layer that shows: sends what is marked, then draws. */
  const show = (): void => {
    if (looks.version !== version) {
      const ranges = looks.updateRanges.length > 0 ? looks.updateRanges : [{ start: 0, count: bytes.length }];
      for (const { start, count: n } of ranges) sent.set(bytes.subarray(start, start + n), start);
      looks.clearUpdateRanges();
      version = looks.version;
    }
    for (const pass of passes) pass.onAfterRender(...drawnBy);
  };
  return { layer, bytes, looks, passes, sent, show };
}

const change = (bytes: Uint8Array, device: number, severity: number): void => {
  bytes[device * bytesPerDevice + 1] = severity;
};

describe("signs of devices", () => {
  it("are drawn from the replica's own bytes, never a copy, and all three draws from the same", () => {
    const { layer, bytes, looks, passes } = layerOf(100);
    const { places } = layer;
    for (let round = 0; round < 5; round++) {
      layer.draw(
        Uint32Array.from({ length: 80 }, (_, i) => i),
        round * 20,
      );
      layer.mark(round, -1);
    }
    expect(looks.array).toBe(bytes);
    expect(layer.places).toBe(places);
    expect(passes[0]!.geometry.getAttribute("position").array).toBe(places);
    expect(new Set(passes.map(({ geometry }) => geometry)).size).toBe(1);
  });

  it("send four bytes for a device that changed, and nothing when none did", () => {
    const { layer, looks } = layerOf(100);
    const before = looks.version;
    layer.draw(new Uint32Array(8), 0);
    expect(looks.version).toBe(before);
    layer.draw(Uint32Array.of(3, 70, 99, 99), 2);
    expect(looks.updateRanges).toEqual([
      { start: 3 * bytesPerDevice, count: bytesPerDevice },
      { start: 70 * bytesPerDevice, count: bytesPerDevice },
    ]);
    expect(looks.version).toBe(before + 1);
  });

  it("go as a whole when many changed, also when few do before they are seen", () => {
    const { layer, looks, show } = layerOf(100);
    layer.draw(
      Uint32Array.from({ length: 90 }, (_, i) => i),
      90,
    );
    expect(looks.updateRanges).toEqual([]);
    layer.draw(Uint32Array.of(95), 1);
    expect(looks.updateRanges).toEqual([]);
    show();
    layer.draw(Uint32Array.of(95), 1);
    expect(looks.updateRanges).toHaveLength(1);
  });

  it("are on the graphics as they are in the replica, whatever changed while they were hidden", () => {
    const step = fc.oneof(
      { weight: 5, arbitrary: fc.array(fc.nat({ max: 99 }), { maxLength: 70 }) },
      { weight: 2, arbitrary: fc.constant("show" as const) },
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        const { layer, bytes, sent, show } = layerOf(100);
        let severity = 0;
        for (const what of [...steps, "show" as const]) {
          if (what === "show") {
            show();
            expect(sent).toEqual(bytes);
          } else {
            severity = (severity % 4) + 1;
            for (const device of what) change(bytes, device, severity);
            layer.draw(Uint32Array.from(what), what.length);
          }
        }
      }),
    );
  });

  it("stand in no sphere that could be no number: a device may have no place", () => {
    const { layer, passes } = layerOf(3);
    expect(layer.places[6]).toBeNaN();
    expect(passes[0]!.geometry.boundingSphere?.radius).not.toBeNaN();
    expect(passes.every(({ frustumCulled }) => !frustumCulled)).toBe(true);
  });

  it("are marked without touching their bytes; the same mark again is no change", () => {
    const { layer, looks } = layerOf(4);
    const before = looks.version;
    expect(layer.mark(1, 2)).toBe(true);
    expect(layer.mark(1, 2)).toBe(false);
    expect(looks.version).toBe(before);
  });
});
