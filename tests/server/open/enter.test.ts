import { afterEach, describe, expect, it } from "vitest";
import { hours } from "../../../models/quantity.ts";
import { secretOf } from "../access/door.ts";
import { openHouse, type House } from "./small-house.ts";

let house: House;
afterEach(() => house.close());
const open = (secret: string, headers: Record<string, string> = {}, method: "GET" | "HEAD" = "GET") =>
  house.app.inject({ method, url: `/enter/${secret}`, headers });
const fresh = async (): Promise<string> => secretOf(await house.access.makeLink("operator"));

describe("a one-time link in a browser", () => {
  it("signs in and leads to the front page; the cookie is out of reach of scripts and other sites", async () => {
    house = await openHouse();
    const answer = await open(await fresh());
    expect(answer.statusCode).toBe(303);
    expect(answer.headers.location).toBe("/");
    expect(answer.headers["cache-control"]).toBe("no-store");
    expect(answer.headers["set-cookie"]).toMatch(
      /^courtyard-[0-9a-f]{8}=[\w-]{43}; Path=\/; Max-Age=43200; HttpOnly; SameSite=Strict$/,
    );
  });

  it("is not used up by whoever only looks where it leads", async () => {
    house = await openHouse();
    const secret = await fresh();
    expect((await open(secret, {}, "HEAD")).statusCode).toBe(404);
    expect((await open(secret, { "sec-purpose": "prefetch;prerender" })).statusCode).toBe(503);
    expect((await open(secret)).statusCode).toBe(303);
  });

  it.each([
    ["used", 410, "已经用过", "works once"],
    ["expired", 410, "已经过期", "too old"],
    ["unknown", 404, "没有这个登录链接", "no such sign-in link"],
  ] as const)("that is %s shows why and what to do, in both languages", async (why, status, zh, en) => {
    house = await openHouse();
    const secret = why === "unknown" ? "u".repeat(43) : await fresh();
    if (why === "used") await open(secret);
    if (why === "expired") house.clock.nowMs += 25 * hours;
    const answer = await open(secret);
    expect(answer.statusCode).toBe(status);
    expect(answer.headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(answer.headers["set-cookie"]).toBeUndefined();
    for (const part of [zh, en, "npm run link"]) expect(answer.body).toContain(part);
    const [, nonce] = /'nonce-([\w-]+)'/.exec(String(answer.headers["content-security-policy"])) ?? [];
    expect(answer.body).toContain(`<style nonce="${nonce}">`);
  });

  it("that was tried too often says how long to wait", async () => {
    house = await openHouse();
    for (let n = 0; n < 5; n += 1) await open("w".repeat(43));
    const answer = await open("w".repeat(43));
    expect([answer.statusCode, answer.headers["retry-after"]]).toEqual([429, "1"]);
    expect(answer.body).toContain("1 seconds");
  });

  it("never echoes what was typed", async () => {
    house = await openHouse();
    const answer = await open(encodeURIComponent("<script>alert(1)</script>"));
    expect(answer.body).not.toContain("alert");
  });
});
