import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { meshFromBytes } from "../../../models/community/mesh-bytes.ts";
import { acceptedEncoding } from "../../../server/open/ready-body.ts";
import { enter } from "../access/door.ts";
import { community, openHouse, type House } from "./small-house.ts";

let house: House;
let folder = "";
afterEach(async () => {
  await house.close();
  if (folder !== "") rmSync(folder, { recursive: true, force: true });
});

describe("the encoding of an answer", () => {
  it.each([
    ["gzip, deflate, br", "br"],
    ["gzip", "gzip"],
    ["br;q=0, gzip;q=0.5", "gzip"],
    ["BR ; q=0.1", "br"],
    ["identity", null],
    ["x-gzip, brotli", null],
    [undefined, null],
  ])("for %j is %s", async (header, encoding) => {
    house = await openHouse();
    expect(acceptedEncoding(header)).toBe(encoding);
  });
});

describe("the community", () => {
  it("is known by its hash, and not sent again to who has it", async () => {
    house = await openHouse();
    const cookie = await enter(house, "operator");
    const url = "/api/v1/community/model";
    const staff = await house.app.inject({ url, headers: { cookie } });
    const anyone = await house.app.inject(url);
    expect(staff.headers.etag).not.toBe(anyone.headers.etag);
    const again = await house.app.inject({ url, headers: { "if-none-match": String(anyone.headers.etag) } });
    expect([again.statusCode, again.body]).toEqual([304, ""]);
    // A hash that belongs to staff tells nobody else that nothing changed.
    const foreign = await house.app.inject({ url, headers: { "if-none-match": String(staff.headers.etag) } });
    expect(foreign.statusCode).toBe(200);
    expect(anyone.headers["cache-control"]).toBe("private, no-cache");
  });

  it("has faces as bytes that read back", async () => {
    house = await openHouse();
    const { rawPayload } = await house.app.inject("/api/v1/community/mesh");
    const bytes = new Uint8Array(rawPayload).buffer;
    expect(meshFromBytes(bytes, community.mesh?.objects ?? [])).toEqual(community.mesh);
  });

  it("sums itself up with what is live", async () => {
    house = await openHouse();
    const { counts, source, skipped } = (await house.app.inject("/api/v1/community")).json();
    expect(counts).toMatchObject({ buildings: 1, dwellings: 2, devices: 9, points: house.twin.pointCount });
    expect(source).toEqual({ format: "CityJSON", version: "2.0", crs: null });
    expect(skipped).toEqual([]);
  });
});

describe("points", () => {
  it("have value, unit, quality and age, and missing ones have none", async () => {
    house = await openHouse();
    house.clock.nowMs += 30_000;
    const { points } = (await house.app.inject("/api/v1/points?device=env-1")).json();
    const of = (property: string) =>
      points.find((point: { property: string }) => point.property === property);
    expect(of("temperature")).toMatchObject({
      value: 21.5,
      unit: "°C",
      quality: "good",
      ageS: 30,
      at: "2026-11-23T08:00:00.000Z",
    });
    expect(of("humidity")).toMatchObject({ value: null, quality: "missing", ageS: null, at: null });
  });

  it("are told page by page, each once", async () => {
    house = await openHouse();
    const cookie = await enter(house, "operator");
    const seen: string[] = [];
    let withheld = 0;
    for (let next: number | null = 0; next !== null; ) {
      const url: string = `/api/v1/points?limit=1&after=${next}`;
      const page: { points: { device: string; property: string }[]; withheld: number; next: number | null } =
        (await house.app.inject({ url, headers: { cookie } })).json();
      for (const { device, property } of page.points) seen.push(`${device}/${property}`);
      withheld += page.withheld;
      next = page.next;
    }
    expect(new Set(seen).size).toBe(seen.length);
    const specs = house.twin.devices.flatMap(({ device }) => device.points);
    expect(seen.length + withheld).toBe(specs.filter(({ visibility }) => visibility !== "personal").length);
  });

  it("can be asked for by device, kind and building", async () => {
    house = await openHouse();
    const cookie = await enter(house, "operator");
    const devices = async (query: string) => {
      const { points } = (
        await house.app.inject({ url: `/api/v1/points?${query}`, headers: { cookie } })
      ).json();
      return [...new Set(points.map(({ device }: { device: string }) => device))];
    };
    expect(await devices("kind=env_station")).toEqual(["env-1", "env-2", "env-3"]);
    expect(await devices("building=B-5")).toEqual(["pump-1", "smoke-own", "smoke-other"]);
    expect(await devices("device=pump-1&kind=env_station")).toEqual([]);
  });
});

describe("the built page", () => {
  const build = (): string => {
    folder = mkdtempSync(join(tmpdir(), "courtyard-page-"));
    const page = join(folder, "page");
    mkdirSync(join(page, "assets"), { recursive: true });
    writeFileSync(
      join(page, "index.html"),
      '<script nonce="__CSP_NONCE__"></script><meta nonce="__CSP_NONCE__">',
    );
    writeFileSync(join(page, "assets", "app-1a2b.js"), "let a = 1;".repeat(500));
    writeFileSync(join(page, "assets", "secret.pem"), "key");
    writeFileSync(join(folder, "courtyard-outside.js"), "outside");
    return page;
  };

  it("has the nonce of its policy in it, and is never stored", async () => {
    house = await openHouse({ pageFolder: build() });
    const { body, headers } = await house.app.inject("/");
    const [, nonce] = /'nonce-([\w-]+)'/.exec(String(headers["content-security-policy"])) ?? [];
    expect(body).toBe(`<script nonce="${nonce}"></script><meta nonce="${nonce}">`);
    expect(headers["cache-control"]).toBe("no-store");
  });

  it("has files that last for ever, compressed as asked", async () => {
    house = await openHouse({ pageFolder: build() });
    const ask = (encoding: string) =>
      house.app.inject({ url: "/assets/app-1a2b.js", headers: { "accept-encoding": encoding } });
    const [plain, br, gzip] = await Promise.all(["identity", "br, gzip", "gzip"].map(ask));
    expect(plain?.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
    expect(plain?.headers["content-type"]).toBe("text/javascript; charset=utf-8");
    expect(brotliDecompressSync(br?.rawPayload ?? Buffer.alloc(0)).toString()).toBe(plain?.body);
    expect(gunzipSync(gzip?.rawPayload ?? Buffer.alloc(0)).toString()).toBe(plain?.body);
  });

  it.each([
    "/assets/secret.pem",
    "/assets/../../courtyard-outside.js",
    "/assets/%2e%2e/%2e%2e/courtyard-outside.js",
    "/..%2fcourtyard-outside.js",
    "/assets/",
    "/index.html",
  ])("gives away nothing else: %s", async (url) => {
    house = await openHouse({ pageFolder: build() });
    expect((await house.app.inject(url)).statusCode).toBe(404);
  });
});
