import { describe, expect, it } from "vitest";
import type { ReplicaDevice } from "../../../client/replica/replica-view.ts";
import { TroubledBuildings } from "../../../client/scene/troubled-buildings.ts";
import type { BuildingId } from "../../../models/ids.ts";
import { buildingId } from "../../../models/ids.ts";

const [a, b] = [buildingId("A-1"), buildingId("B-2")];
const device = (index: number, building: BuildingId | null) =>
  ({ index, device: { place: { building } }, slots: [] }) as unknown as ReplicaDevice;

function opened() {
  const bytes = new Uint8Array(4 * 4);
  const troubled = new TroubledBuildings();
  troubled.setDevices([device(0, a), device(1, a), device(2, b), device(3, null)], bytes);
  const set = (index: number, level: number): boolean => {
    bytes[index * 4 + 1] = level;
    return troubled.note(Uint32Array.of(index), 1);
  };
  return { troubled, set };
}

describe("buildings that are not well", () => {
  it("stand as badly as the worst of their devices, and are forgotten when all are well", () => {
    const { troubled, set } = opened();
    expect(troubled.worst.size).toBe(0);
    expect(set(0, 2)).toBe(true);
    expect(set(1, 4)).toBe(true);
    expect(troubled.worst).toEqual(new Map([[a, 4]]));
    expect(set(1, 0)).toBe(true);
    expect(troubled.worst).toEqual(new Map([[a, 2]]));
    expect(set(0, 0)).toBe(true);
    expect(troubled.worst.size).toBe(0);
  });

  it("say nothing when a reading changed no standing, and know no building of the open ground", () => {
    const { troubled, set } = opened();
    expect(set(2, 0)).toBe(false);
    expect(set(3, 3)).toBe(true);
    expect(troubled.worst.size).toBe(0);
  });
});
