import { describe, expect, it } from "vitest";
import { readReplayOptions, ReplayRefused } from "../../../server/replay/replay-options.ts";

const read = (line: string, environment = {}) =>
  readReplayOptions(
    line.split(" ").filter((word) => word !== ""),
    environment,
  );

describe("the options of a replay", () => {
  it("name a file and a building", () => {
    expect(read("rows.csv --building B-5 --speed 3600")).toMatchObject({
      file: "rows.csv",
      building: "B-5",
      speed: 3600,
      broker: null,
    });
    expect(read("--building=B-5 rows.csv")).toMatchObject({ file: "rows.csv", speed: 1 });
  });

  it("take a home too", () => {
    expect(read("rows.csv --building B-5 --dwelling B-5-01")).toMatchObject({ dwelling: "B-5-01" });
    expect(read("rows.csv --building B-5")).toMatchObject({ dwelling: null });
  });

  it("take an id that begins with a dash", () => {
    expect(read("rows.csv --building -3364556")).toMatchObject({ building: "-3364556" });
  });

  it("find the data folder where the server's environment names it", () => {
    expect(read("a.csv --building 1")).toMatchObject({ data: "./data" });
    expect(read("a.csv --building 1", { COURTYARD_DATA: "/srv/twin" })).toMatchObject({ data: "/srv/twin" });
    expect(read("a.csv --building 1 --data here", { COURTYARD_DATA: "/srv/twin" })).toMatchObject({
      data: "here",
    });
  });

  it("offer help", () => expect(read("--help")).toBe("help"));

  it.each([
    ["", "Name one file"],
    ["a.csv b.csv --building 1", "Name one file"],
    ["a.csv --dwelling 7", "--building"],
    ["a.csv --building 1 --speed fast", "--speed"],
    ["a.csv --building 1 --speed 0", "--speed"],
    ["a.csv --building 1 --speed -5", "--speed"],
    ["a.csv --building 1 --broker localhost", "--broker"],
    ["a.csv --building 1 --colour red", "--colour"],
  ])("%j are refused in one sentence", (line, names) => {
    expect(() => read(line)).toThrow(ReplayRefused);
    expect(() => read(line)).toThrow(names);
    expect(() => read(line)).not.toThrow(/\n/);
  });
});
