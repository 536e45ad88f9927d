import { describe, expect, it } from "vitest";
import { BuildingLayer } from "../../../../client/scene/layers/buildings/building-layer.ts";
import { StoreyTable } from "../../../../client/scene/layers/buildings/storey-texture.ts";
import { Atmosphere } from "../../../../client/scene/light/atmosphere.ts";
import { signal } from "../../../../models/signal.ts";
import { twoHouses } from "../../../models/community/two-houses.ts";

const bytesOf = (texture: { image: { data: unknown } }): Uint8Array => texture.image.data as Uint8Array;

describe("a table of storeys", () => {
  it("is sent only when a byte is another one, and changes that byte alone", () => {
    const table = new StoreyTable(3, 7);
    const bytes = bytesOf(table.texture);
    const [before, version] = [bytes.slice(), table.texture.version];
    table.set(1, 2, 7);
    expect(table.texture.version).toBe(version);
    table.set(1, 2, 8);
    expect(table.texture.version).toBe(version + 1);
    expect(bytesOf(table.texture)).toBe(bytes);
    expect([...bytes.keys()].filter((i) => bytes[i] !== before[i])).toHaveLength(1);
    expect(table.at(1, 2)).toBe(8);
  });

  it("keeps to its own building's row, however high the storey", () => {
    const table = new StoreyTable(2, 0);
    table.set(0, 999, 5);
    table.set(0, -3, 6);
    expect(bytesOf(table.texture).length).toBe(128);
    expect([...bytesOf(table.texture).keys()].filter((i) => bytesOf(table.texture)[i] !== 0)).toEqual([
      0, 63,
    ]);
  });
});

describe("windows and bands of buildings", () => {
  const layerOf = () => new BuildingLayer(twoHouses.buildings, [], new Atmosphere());
  const lit = (layer: BuildingLayer) => layer.uniforms.uLit.value;

  it("are written when the hour or what is known of them moved, and then only what changed", () => {
    const layer = layerOf();
    const shares = new Map([["west 1", 0.5]]);
    const version = signal(0);
    const source = { version, share: (id: string, storey: number) => shares.get(`${id} ${storey}`) ?? 0 };
    expect(layer.light(source, 20)).toBe(true);
    const bytes = bytesOf(lit(layer));
    const [before, sent] = [bytes.slice(), lit(layer).version];
    expect(layer.light(source, 20.01)).toBe(false);
    expect(lit(layer).version).toBe(sent);
    shares.set("east 2", 1);
    version.set(1);
    expect(layer.light(source, 20.01)).toBe(true);
    expect(bytesOf(lit(layer))).toBe(bytes);
    expect([...bytes.keys()].filter((i) => bytes[i] !== before[i])).toEqual([64 + 1]);
    expect(bytes[65]).toBe(255);
    expect(lit(layer).version).toBe(sent + 1);
  });

  it("are not sent again when they moved to what they were", () => {
    const layer = layerOf();
    const version = signal(0);
    const source = { version, quarter: () => 3 };
    expect(layer.band(source)).toBe(true);
    const { version: sent } = layer.uniforms.uBands.value;
    version.set(1);
    expect(layer.band(source)).toBe(true);
    expect(layer.uniforms.uBands.value.version).toBe(sent);
    expect(layer.band(null)).toBe(true);
    expect(layer.uniforms.uShowBands.value).toBe(0);
  });

  it("follow the hour's curve where nothing is known: more of them by night than by noon", () => {
    const layer = layerOf();
    const sum = (): number => bytesOf(lit(layer)).reduce((all, byte) => all + byte, 0);
    layer.light(null, 20.5);
    const night = sum();
    layer.light(null, 12);
    expect(sum()).toBeLessThan(night);
  });

  it("are marked by a few numbers: the geometry stays as it was built", () => {
    const layer = layerOf();
    const position = layer.root.geometry.getAttribute("position");
    const { array, version } = position as { array: unknown; version: number };
    layer.mark({ building: 1, storey: 2 }, { building: 0, storey: null });
    layer.light(null, 3);
    expect(layer.root.geometry.getAttribute("position")).toBe(position);
    expect(position).toMatchObject({ version });
    expect(position.array).toBe(array);
    expect(layer.uniforms.uSelected.value.toArray()).toEqual([1, 2, 1, 0]);
  });
});
