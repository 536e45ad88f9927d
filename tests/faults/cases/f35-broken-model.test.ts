import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { faultCase } from "../fault-case.ts";
import type { Stage } from "../stage/stage.ts";

const square = [0, 1, 2, 3];
const vertices = [
  [0, 0, 0],
  [10, 0, 0],
  [10, 10, 0],
  [0, 10, 0],
];
const city = (boundaries: unknown, more: object = {}) =>
  JSON.stringify({
    type: "CityJSON",
    version: "2.0",
    transform: { scale: [1, 1, 1], translate: [0, 0, 0] },
    CityObjects: {
      "house-1": { type: "Building", geometry: [{ type: "MultiSurface", lod: "1", boundaries }] },
    },
    vertices,
    ...more,
  });

/** A file that is broken, and what the sentence must name. */
const broken: readonly (readonly [what: string, text: string, named: RegExp])[] = [
  ["cut off", city([[square]]).slice(0, -40), /line 1/],
  ["a vertex that is not there", city([[[0, 1, 99]]]), /house-1|99|vertices/],
  ["a vertex that is no number", city([[square]], { vertices: [[null, 0, 0]] }), /vertices|vertex/],
  ["a vertex beyond all numbers", city([[square]]).replace("[10,0,0]", "[1e999,0,0]"), /vertices|vertex/],
  ["a version nobody knows", city([[square]], { version: "3.0" }), /version|3\.0/],
  [
    "another kind of file",
    '{ "asset": { "version": "2.0" }, "buffers": [{ "uri": "file:///etc/passwd" }] }',
    /./,
  ],
  ["bytes", "glTF\u0002\u0000\u0000\u0000", /./],
  ["nothing", "", /./],
];

async function refusal(stage: Stage, name: string, text: string): Promise<string> {
  const file = join(stage.folder, name);
  writeFileSync(file, text);
  const error: unknown = await stage.open(["--community", file]).catch((reason: unknown) => reason);
  if (!(error instanceof Error)) throw new Error(`${name} was taken`);
  expect(error.name, error.stack).toBe("StartRefused");
  return error.message;
}

faultCase({
  number: "F35",
  sentence: "a broken model is refused in one sentence that names where, and the data stay for the good one",
  quick: { cuts: 5 },
  long: { cuts: 300 },
  async act(stage, { cuts }) {
    const good = join(stage.folder, "good.city.json");
    writeFileSync(good, city([[square]]));
    const first = await stage.open(["--community", good]);
    const link = await first.enter("operator");
    stage.ledger.sessions.set(link, "operator");
    await first.end();
    stage.server = null;
    for (const [n, [what, text, named]] of broken.entries()) {
      const sentence = await refusal(stage, `broken-${n}.json`, text);
      expect(sentence, what).toMatch(named);
      expect(sentence, what).not.toContain("\n");
      expect(sentence.length, what).toBeLessThan(600);
    }
    const whole = city([[square]]);
    for (let cut = 0; cut < cuts; cut++)
      await refusal(stage, "cut.json", whole.slice(0, Math.floor(stage.random() * (whole.length - 1))));
    await stage.open(["--community", good]);
    const seen = (await stage.server!.get("/api/v1/community")) as { counts: { buildings: number } };
    expect(seen.counts.buildings).toBe(1);
  },
});
