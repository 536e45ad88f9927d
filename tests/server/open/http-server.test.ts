import { connect } from "node:net";
import type { AddressInfo } from "node:net";
import type { InjectOptions } from "fastify";
import { afterEach, describe, expect, it } from "vitest";
import { text } from "../../../models/language/text.ts";
import { enter, secretOf } from "../access/door.ts";
import { openHouse, ownOrigin, type House } from "./small-house.ts";

let house: House;
afterEach(() => house.close());
const inject = (asked: InjectOptions | string) => house.app.inject(asked);

/** Every refusal has one shape, in both languages. */
const expectRefusal = (
  answer: { json(): unknown; statusCode: number },
  status: number,
  code: string,
): void => {
  expect(answer.statusCode).toBe(status);
  expect(answer.json()).toMatchObject({
    error: { code, sentence: { "zh-CN": expect.stringMatching(/\p{Script=Han}/u), en: expect.any(String) } },
  });
};

describe("what every answer carries", () => {
  it("is the policy of the page, with one fresh nonce for scripts and styles", async () => {
    house = await openHouse();
    const policies = await Promise.all(
      [1, 2].map(async () => (await inject("/api/v1/session")).headers["content-security-policy"] as string),
    );
    const [, nonce] = /script-src 'self' 'nonce-([\w-]{22})'/.exec(policies[0] ?? "") ?? [];
    expect(policies[0]).toBe(
      [
        "default-src 'none'",
        `script-src 'self' 'nonce-${nonce}'`,
        `style-src 'self' 'nonce-${nonce}'`,
        "img-src 'self' data: blob:",
        "connect-src 'self'",
        "worker-src 'self' blob:",
        "font-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
      ].join(";"),
    );
    expect(policies[1]).not.toBe(policies[0]);
  });

  it("is what keeps foreign pages off, and nothing is stored", async () => {
    house = await openHouse();
    const { headers } = await inject("/api/v1/session");
    expect(headers).toMatchObject({
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "referrer-policy": "no-referrer",
      "cache-control": "no-store",
      // Names every Chromium knows: one it does not would be a warning on each page.
      "permissions-policy":
        "camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), midi=()",
    });
    expect(headers["strict-transport-security"]).toBeUndefined();
    expect(headers["access-control-allow-origin"]).toBeUndefined();
  });
});

describe("behind TLS", () => {
  it("browsers are told to stay with it, and only a cookie that cannot have come otherwise is believed", async () => {
    house = await openHouse({ alwaysSecure: true });
    const entered = await inject(`/enter/${secretOf(await house.access.makeLink("operator"))}`);
    expect(entered.headers["strict-transport-security"]).toBe("max-age=31536000");
    const cookie = String(entered.headers["set-cookie"]);
    expect(cookie).toMatch(
      /^__Host-courtyard-[0-9a-f]{8}=[\w-]{43}; Path=\/; Max-Age=43200; HttpOnly; SameSite=Strict; Secure$/,
    );
    const pair = cookie.split(";")[0] ?? "";
    const duty = async (header: string) =>
      (await inject({ url: "/api/v1/session", headers: { cookie: header } })).json().duty;
    expect(await duty(pair)).toBe("operator");
    expect(await duty(pair.replace("__Host-", ""))).toBe("public");
  });
});

describe("refusals", () => {
  it.each([
    ["GET", "/nowhere", 404, "not-found"],
    ["GET", "/api/v1/nowhere", 404, "not-found"],
    ["GET", "/%", 400, "bad-request"],
    ["GET", "/api/v1/points?colour=red", 400, "bad-request"],
    ["GET", "/api/v1/points?limit=0", 400, "bad-request"],
    ["GET", "/api/v1/overlays/secrets", 400, "bad-request"],
    ["GET", "/api/v1/channels/public?epoch=x", 400, "bad-request"],
    ["GET", "/", 503, "not-built"],
    ["GET", "/api/v1/points?foo=1", 400, "bad-request"],
    ["POST", "/api/v1/session/end", 403, "foreign-origin"],
    ["POST", "/api/v1/readings", 401, "token-needed"],
  ] as const)("%s %s is %i %s", async (method, url, status, code) => {
    house = await openHouse();
    expectRefusal(await inject({ method, url }), status, code);
  });

  it("are not for who asks for an epoch that has passed: the present one is answered, by name, and not kept", async () => {
    house = await openHouse();
    const [old, present] = await Promise.all([
      inject({ url: "/api/v1/channels/public?epoch=7" }),
      inject({ url: "/api/v1/channels/public" }),
    ]);
    expect(old.statusCode).toBe(200);
    expect(old.json()).toEqual(present.json());
    expect(old.json().epoch).not.toBe(7);
    expect(old.headers["cache-control"]).toBe("private, no-cache");
    const { epoch } = present.json();
    const named = await inject({ url: `/api/v1/channels/public?epoch=${epoch}` });
    expect(named.headers["cache-control"]).toContain("immutable");
  });

  it("of broken, oversized and hostile bodies do no harm", async () => {
    house = await openHouse();
    const cookie = await enter(house, "administrator");
    const url = "/api/v1/sessions/0123456789abcdef/duty";
    const send = (payload: string, type = "application/json") =>
      inject({ method: "POST", url, payload, headers: { origin: ownOrigin, cookie, "content-type": type } });
    expectRefusal(await send("{"), 400, "bad-request");
    expectRefusal(await send('{"__proto__":{"duty":"operator"}}'), 400, "bad-request");
    expectRefusal(await send('{"duty":"operator","more":1}'), 400, "bad-request");
    expectRefusal(await send("[".repeat(30_000)), 400, "bad-request");
    expectRefusal(await send(" ".repeat(70_000)), 413, "too-large");
    expectRefusal(await send("duty=operator", "application/x-www-form-urlencoded"), 415, "wrong-type");
    expect(house.faults).toEqual([]);
  });

  it("of our own faults say nothing of their inside, and are logged", async () => {
    house = await openHouse({}, { accept: () => Promise.reject(new Error("secret inside")) });
    const authorization = `Bearer ${(await house.access.makeToken("ingest", "a", "test")).token}`;
    const answer = await inject({
      method: "POST",
      url: "/api/v1/readings",
      payload: [],
      headers: { authorization },
    });
    expectRefusal(answer, 500, "our-fault");
    expect(answer.body).not.toContain("secret inside");
    expect(house.faults[0]).toContain("secret inside");
  });

  it("of a store that is away say that nothing was changed", async () => {
    house = await openHouse();
    const link = await house.access.makeLink("operator");
    await house.store.killThread();
    expectRefusal(await inject(`/enter/${secretOf(link)}`), 503, "store-unavailable");
  });

  it("come to whoever asks too often, and to nobody else", async () => {
    house = await openHouse({ requestsPerMinute: 10 });
    const ask = (remoteAddress: string) => inject({ url: "/api/v1/session", remoteAddress });
    for (let n = 0; n < 10; n += 1) expect((await ask("2001:db8::1")).statusCode).toBe(200);
    expectRefusal(await ask("2001:db8::2"), 429, "too-many-requests");
    expect((await ask("2001:db8:0:1::1")).statusCode).toBe(200);
  });
});

describe("what changes something", () => {
  it.each([undefined, "https://evil.example", "null", "http://127.0.0.1:4871", `${ownOrigin}.evil.example`])(
    "is not taken from %s",
    async (origin) => {
      house = await openHouse();
      const cookie = await enter(house, "operator");
      const headers = origin === undefined ? { cookie } : { cookie, origin };
      expectRefusal(
        await inject({ method: "POST", url: "/api/v1/session/end", headers }),
        403,
        "foreign-origin",
      );
      expect(await house.access.signedIn(cookie)).not.toBeNull();
    },
  );

  it("is taken from our own page: signing out", async () => {
    house = await openHouse();
    const cookie = await enter(house, "operator");
    const answer = await inject({
      method: "POST",
      url: "/api/v1/session/end",
      headers: { cookie, origin: ownOrigin },
    });
    expect(answer.json()).toEqual({ ended: true });
    expect(answer.headers["set-cookie"]).toMatch(
      /^courtyard-[0-9a-f]{8}=; Path=\/; Max-Age=0; HttpOnly; SameSite=Strict$/,
    );
    expect(await house.access.signedIn(cookie)).toBeNull();
  });

  it("is taken from an administrator: somebody's session ends, somebody's duty changes, but never their own", async () => {
    house = await openHouse();
    const cookie = await enter(house, "administrator");
    const other = await enter(house, "operator");
    const own = (await house.access.signedIn(cookie))?.session;
    const session = (await house.access.signedIn(other))?.session;
    const post = (url: string, payload: object = {}) =>
      inject({ method: "POST", url, payload, headers: { cookie, origin: ownOrigin } });
    expect((await post(`/api/v1/sessions/${session}/duty`, { duty: "planner" })).json()).toEqual({
      duty: "planner",
    });
    expectRefusal(await post(`/api/v1/sessions/${session}/duty`, { duty: "resident" }), 403, "not-allowed");
    expectRefusal(await post(`/api/v1/sessions/${own}/duty`, { duty: "auditor" }), 403, "not-allowed");
    expect((await post(`/api/v1/sessions/${session}/end`)).json()).toEqual({ ended: true });
    expect(await house.access.signedIn(other)).toBeNull();
  });
});

describe("readings by HTTP", () => {
  it("need a token, not an Origin; but where a cookie or another site's page is in it, the Origin is asked first", async () => {
    house = await openHouse();
    const send = (headers: Record<string, string>) =>
      inject({ method: "POST", url: "/api/v1/readings", payload: "[]", headers });
    const cookie = await enter(house, "operator");
    expectRefusal(await send({}), 401, "token-needed");
    expectRefusal(await send({ origin: ownOrigin, cookie }), 401, "token-needed");
    expectRefusal(await send({ cookie }), 403, "foreign-origin");
    expectRefusal(await send({ origin: "https://evil.example" }), 403, "foreign-origin");
    expectRefusal(await send({ authorization: "Bearer guessed" }), 401, "bad-token");
    expect(house.handedIn).toEqual([]);
  });

  it("F11 that are too large are counted, though nobody reads them", async () => {
    house = await openHouse();
    const authorization = `Bearer ${(await house.access.makeToken("ingest", "a", "test")).token}`;
    const payload = " ".repeat(4 * 1024 * 1024 + 1);
    const answer = await inject({
      method: "POST",
      url: "/api/v1/readings",
      payload,
      headers: { authorization },
    });
    expectRefusal(answer, 413, "too-large");
    expect(house.handedIn).toEqual(["oversize"]);
  });

  it("are handed on as the bytes they came as, whatever their type", async () => {
    house = await openHouse();
    const authorization = `Bearer ${(await house.access.makeToken("ingest", "a", "test")).token}`;
    for (const type of ["application/json", "application/x-ndjson", "text/plain"]) {
      const headers = { authorization, "content-type": type };
      const answer = await inject({ method: "POST", url: "/api/v1/readings", payload: '{"a":1', headers });
      expect(answer.json()).toEqual({ accepted: 1, late: 0, rejected: [] });
    }
    expect(house.handedIn).toEqual(['{"a":1', '{"a":1', '{"a":1']);
  });

  it("are refused as a whole when they are no batch", async () => {
    const sentence = text("不", "no batch");
    house = await openHouse({}, { accept: () => Promise.resolve({ refused: "malformed", sentence }) });
    const headers = {
      authorization: `Bearer ${(await house.access.makeToken("ingest", "a", "test")).token}`,
    };
    const answer = await inject({ method: "POST", url: "/api/v1/readings", payload: "x", headers });
    expectRefusal(answer, 400, "bad-request");
    expect(answer.json()).toMatchObject({ error: { hint: sentence } });
    for (const authorization of ["Bearer", "Bearer x", "Basic eA==", `Bearer ${"a".repeat(43)}`])
      expectRefusal(
        await inject({ method: "POST", url: "/api/v1/readings", payload: "[]", headers: { authorization } }),
        401,
        "bad-token",
      );
  });
});

describe("over real sockets", () => {
  it("broken HTTP, endless headers and long addresses are answered and the server lives", async () => {
    house = await openHouse();
    await house.app.listen({ host: "127.0.0.1", port: 0 });
    const { port } = house.app.server.address() as AddressInfo;
    const say = (bytes: string): Promise<string> =>
      new Promise((resolve) => {
        let heard = "";
        const socket = connect(port, "127.0.0.1", () => void socket.end(bytes));
        socket.on("data", (part) => (heard += String(part)));
        socket.on("error", () => resolve(heard));
        socket.on("close", () => resolve(heard));
      });
    expect(await say("nonsense\r\n\r\n")).toMatch(/^HTTP\/1.1 400 [\s\S]*"code":"bad-request"/);
    expect(await say(`GET / HTTP/1.1\r\nX: ${"a".repeat(20_000)}\r\n\r\n`)).toMatch(/^HTTP\/1.1 431/);
    expect(await say(`GET /${"a".repeat(10_000)} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`)).toMatch(
      /404/,
    );
    const alive = await fetch(`http://127.0.0.1:${port}/health`);
    expect(alive.status).toBe(200);
  });
});
