import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readCommunityFile } from "../../../models/formats/read-community.ts";
import { readingSteps, type ReadingStep } from "../../../models/formats/progress.ts";
import { readInThread } from "../../../server/community/read-in-thread.ts";

let folder = "";
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "courtyard-thread-"))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Houses of one wall and one roof, 20 m apart. */
const street = (houses: number): string =>
  JSON.stringify({
    type: "CityJSON",
    version: "2.0",
    transform: { scale: [1, 1, 1], translate: [0, 0, 0] },
    CityObjects: Object.fromEntries(
      Array.from({ length: houses }, (_, i) => {
        const [a, b, c, d] = [0, 1, 2, 3].map((corner) => i * 4 + corner);
        const boundaries = [[[a, b, c, d]], [[a, b, d]]];
        return [`h${i}`, { type: "Building", geometry: [{ type: "MultiSurface", lod: "1", boundaries }] }];
      }),
    ),
    vertices: Array.from({ length: houses }, (_, i) => [
      [i * 20, 0, 0],
      [i * 20 + 9, 0, 0],
      [i * 20 + 9, 0, 6],
      [i * 20, 5, 6],
    ]).flat(),
  });

const read = async (text: string | Uint8Array, mostBytes = 1e8, after = () => () => undefined as void) => {
  const file = join(folder, "street.city.json");
  writeFileSync(file, text);
  const told: (readonly [ReadingStep, number])[] = [];
  const order = { file, name: "street.city.json", at: null };
  const reading = await readInThread(
    order,
    { mostBytes, after },
    (step, share) => void told.push([step, share]),
  );
  return { reading, told };
};

describe("a city model read in a thread", { timeout: 60_000 }, () => {
  it("is what it would be here, and tells how far it is, never backwards", async () => {
    const text = street(3000);
    const { reading, told } = await read(text);
    expect(reading).toEqual(readCommunityFile({ name: "street.city.json", text }));
    expect([...new Set(told.map(([step]) => step))]).toEqual(readingSteps);
    const order = told.map(([step, share]) => readingSteps.indexOf(step) + Math.min(share, 0.999));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(told.length).toBeGreaterThan(50);
    expect(told.length).toBeLessThan(500);
  });

  it("tells how many bytes, objects and buildings are done, of outlines too", async () => {
    const at = (n: number) => [121.5 + (n % 50) / 1000, 31.2 + Math.floor(n / 50) / 1000] as const;
    const features = Array.from({ length: 2000 }, (_, n) => {
      const [lon, lat] = at(n);
      const ring = [
        [lon, lat],
        [lon + 1e-4, lat],
        [lon, lat + 1e-4],
      ];
      return {
        type: "Feature",
        properties: { id: n, pad: "x".repeat(200) },
        geometry: { type: "Polygon", coordinates: [ring] },
      };
    });
    const { told } = await read(JSON.stringify(features));
    for (const step of readingSteps) {
      const shares = told.filter(([each]) => each === step).map(([, share]) => share);
      expect(
        shares.some((share) => share > 0 && share < 1),
        step,
      ).toBe(true);
    }
  });

  it("is refused there as here", async () => {
    const { reading } = await read('{"type": "CityJSON", ');
    expect(reading).toMatchObject({ ok: false, problem: { code: "not-json", where: "line 1, column 22" } });
  });

  it("is refused unread when it is larger than what is read, with the limit and what to do", async () => {
    const { reading, told } = await read(new Uint8Array(2_500_000), 2e6);
    expect(reading.ok ? "" : reading.problem.sentence.en).toBe(
      "the file has more than 2.0 MB; choose a smaller area, or raise the limit with --largest-model",
    );
    expect(told).toEqual([]);
  });

  it("is given up when its time is over", async () => {
    const { reading } = await read(street(20_000), 1e8, (...[, act]: [number?, (() => void)?]) => {
      act?.();
      return () => undefined;
    });
    expect(reading).toMatchObject({ ok: false, problem: { code: "too-long" } });
  });
});
