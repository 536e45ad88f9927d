import { readFileSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { expect } from "vitest";
import type { CityMesh, Community } from "../../../models/community/community.ts";
import { readCommunityFile, type CommunityReading } from "../../../models/formats/read-community.ts";

export interface StatedFile {
  readonly path: string;
  readonly invalid: boolean;
  readonly buildings: number;
  readonly parts: number;
  readonly vertices: number;
}

/** What the README of the city models says of each CityJSON file: its table is the expectation. */
export function statedFiles(folder: string): readonly StatedFile[] {
  const rows = readFileSync(join(folder, "README.md"), "utf8").matchAll(
    /^\| `([^`]+\.city\.jsonl?)` \|(.*)\|$/gm,
  );
  return [...rows].map(([, path = "", rest = ""]) => {
    const cells = rest.split(" | ");
    const [contents = "", interest = ""] = cells.slice(-2);
    const count = (what: RegExp): number => Number(what.exec(contents)?.[1] ?? 0);
    return {
      path,
      invalid: interest.trimStart().startsWith("INVALID"),
      buildings: count(/(\d+) Building(?![A-Za-z])/),
      parts: count(/(\d+) BuildingPart(?![A-Za-z])/),
      vertices: count(/(\d+) vertices/),
    };
  });
}

export const readingOf = (file: string): CommunityReading =>
  readCommunityFile({ name: basename(file), text: readFileSync(file, "utf8") });

/** The community of a file that must load. */
export function communityOf(file: string): Community {
  const reading = readingOf(file);
  if (!reading.ok) throw new Error(`${file}: ${reading.problem.sentence.en}`);
  return reading.community;
}

export const filesIn = (folder: string, ending: RegExp): readonly string[] =>
  readdirSync(folder)
    .filter((name) => ending.test(name))
    .map((name) => join(folder, name));

/** Every number finite, every index in range, every normal a unit vector, objects side by side without gaps. */
export function expectSoundMesh(mesh: CityMesh): void {
  const vertices = mesh.positions.length / 3;
  expect(mesh.normals.length).toBe(vertices * 3);
  expect(mesh.surfaces.length).toBe(vertices);
  expect(mesh.objectOf.length).toBe(vertices);
  expect(vertices % 3).toBe(0);
  expect(mesh.positions.findIndex((value) => !Number.isFinite(value))).toBe(-1);
  expect(mesh.surfaces.findIndex((kind) => kind > 8)).toBe(-1);
  for (let i = 0; i < vertices; i += 1) {
    const [x = 0, y = 0, z = 0] = mesh.normals.subarray(i * 3, i * 3 + 3);
    if (Math.abs(Math.hypot(x, y, z) - 1) > 1e-4) expect.fail(`normal ${i} is ${x}, ${y}, ${z}`);
  }
  let next = 0;
  mesh.objects.forEach((object, i) => {
    expect(object.firstVertex).toBe(next);
    next += object.vertexCount;
    const mine = mesh.objectOf.subarray(object.firstVertex, next);
    expect(mine.findIndex((index) => index !== i)).toBe(-1);
  });
  expect(next).toBe(vertices);
}
