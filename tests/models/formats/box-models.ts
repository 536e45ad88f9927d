import { readCommunityFile } from "../../../models/formats/read-community.ts";

/** A box of 10 × 10 × `heightM` at `e`, as eight vertices and the boundaries of its six faces. */
export const boxVertices = (e: number, heightM = 6): number[][] =>
  [0, heightM].flatMap((up) => [
    [e, 0, up],
    [e + 10, 0, up],
    [e + 10, 10, up],
    [e, 10, up],
  ]);
export const faces = [
  [[0, 3, 2, 1]],
  [[4, 5, 6, 7]],
  [[0, 1, 5, 4]],
  [[1, 2, 6, 5]],
  [[2, 3, 7, 6]],
  [[3, 0, 4, 7]],
];
export const solid = (lod: string, boundaries: unknown = [faces]) => ({ type: "Solid", lod, boundaries });

export const model = (objects: object, more: object = {}) => ({
  type: "CityJSON",
  version: "2.0",
  transform: { scale: [1, 1, 1], translate: [0, 0, 0] },
  CityObjects: objects,
  vertices: boxVertices(0),
  ...more,
});

const read = (document: unknown, name = "a.city.json") =>
  readCommunityFile({ name, text: typeof document === "string" ? document : JSON.stringify(document) });

export function loaded(document: unknown, name?: string) {
  const reading = read(document, name);
  if (!reading.ok) throw new Error(reading.problem.sentence.en);
  return reading.community;
}

export const problem = (document: unknown, name?: string) => {
  const reading = read(document, name);
  return reading.ok ? null : reading.problem;
};
