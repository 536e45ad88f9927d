import { describe, expect, it } from "vitest";
import { describeWithSharedData, sharedData } from "./shared-data.ts";

describe("shared data", () => {
  it("is null where nothing was laid", () => {
    expect(sharedData("no/such/file")).toBeNull();
  });
});

describeWithSharedData("shared data that was laid", "manifest.json", (file) => {
  it("is found by its path", () => {
    expect(file).toMatch(/manifest\.json$/);
  });
});
