import { describe, expect, it } from "vitest";
import { allowedOrigins, publicBase, type Front } from "../../../server/open/allowed-origins.ts";

const front: Front = {
  scheme: "http",
  host: "127.0.0.1",
  port: 4870,
  publicUrl: null,
  ownAddresses: ["192.168.1.5", "fd00::5"],
};

describe("the address people use", () => {
  it.each([
    [{}, "http://127.0.0.1:4870"],
    [{ host: "::1" }, "http://[::1]:4870"],
    [{ host: "0.0.0.0" }, "http://192.168.1.5:4870"],
    [{ scheme: "https" as const }, "https://127.0.0.1:4870"],
    [{ publicUrl: "https://twin.example/" }, "https://twin.example"],
  ])("with %j is %s", (changed, base) => expect(publicBase({ ...front, ...changed })).toBe(base));
});

describe("Origins that may change something", () => {
  it("are the names of this machine when it listens to itself, and no other port", () => {
    expect([...allowedOrigins(front)]).toEqual([
      "http://127.0.0.1:4870",
      "http://localhost:4870",
      "http://[::1]:4870",
    ]);
  });
  it("are its addresses too when it listens on all of them", () => {
    expect(allowedOrigins({ ...front, host: "0.0.0.0" }).has("http://[fd00::5]:4870")).toBe(true);
  });
  it("are written as browsers write them", () => {
    expect([...allowedOrigins({ ...front, host: "twin.example", scheme: "https", port: 443 })]).toEqual([
      "https://twin.example",
    ]);
    expect(
      allowedOrigins({ ...front, publicUrl: "https://Twin.example:443/desk" }).has("https://twin.example"),
    ).toBe(true);
  });
});
