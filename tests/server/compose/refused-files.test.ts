import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { startCourtyard } from "../../../server/compose/courtyard.ts";
import { StartRefused } from "../../../server/compose/start-refused.ts";
import { readSettings } from "../../../server/settings/read-settings.ts";
import { describeWithSharedData } from "../../shared-data.ts";
import { HandDoors } from "./hand-doors.ts";
import { ServerProcess } from "./server-process.ts";

describeWithSharedData("a community file that must not load", "city-3d", (folder) => {
  const data = mkdtempSync(join(tmpdir(), "courtyard-refused-files-"));
  const options = (path: string): string[] => [
    ...["--port", "0", "--mqtt-port", "0", "--data", join(data, "data")],
    ...["--community", join(folder, path)],
  ];
  afterAll(() => rmSync(data, { recursive: true, force: true }));

  it.each([
    ["conformance/invalid_cityjsonfeature_root_id_unresolved.city.jsonl", "line 1, column 2"],
    ["conformance/invalid_missing_type.city.json", "$.type"],
    [
      "conformance/invalid_out_of_range_vertex_index.city.json",
      "$.CityObjects.invalid_out_of_range_vertex_index.geometry[0].boundaries[0][0][0][2]",
    ],
    ["conformance/invalid_u64_f64_bounds.city.json", "$.vertices[0]"],
    ["quirk/seq-broken-first-line.city.jsonl", "line 1, column 314"],
    ["quirk/seq-no-transform.city.jsonl", "line 1 $.transform"],
    ["quirk/truncated.city.json", "line 1934, column 1"],
    ["citygml/ingolstadt-lod3-4018149a.gml", "line 1"],
    ["appearances/0320_4_15.jpg", "byte 0"],
  ])("%s keeps the server from starting, with one sentence that says where", async (path, where) => {
    const doors = new HandDoors();
    const refusal: unknown = await startCourtyard(readSettings(options(path), {}), "0", doors).then(
      () => null,
      (error: unknown) => error,
    );
    expect(refusal).toBeInstanceOf(StartRefused);
    const { message } = refusal as StartRefused;
    expect(message).toContain(`${join(folder, path)}: ${where}: `);
    // What is wrong; what to do.
    expect(message).toMatch(/^[^\n]+[;,] [^\n]+\.$/);
    expect(doors.lines).toEqual([]);
  });

  it("ends the program with code 2", { timeout: 60_000 }, async () => {
    const refused = new ServerProcess(options("quirk/truncated.city.json"));
    expect(await refused.ended).toBe(2);
    expect(refused.lines).toEqual([]);
    expect(refused.errors).toEqual([expect.stringContaining("line 1934, column 1")]);
  });
});
