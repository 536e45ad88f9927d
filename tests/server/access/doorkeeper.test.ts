import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { duties } from "../../../models/duty/duty.ts";
import type { SessionId } from "../../../models/ids.ts";
import { hours } from "../../../models/quantity.ts";
import { enter, home, openDoor, secretOf, type Door } from "./door.ts";

let door: Door;
beforeEach(async () => {
  door = await openDoor();
});
afterEach(() => door.store.close());

const acts = async (): Promise<string[]> =>
  (await door.audit.read(null, 100)).map(({ act }) => act).toReversed();

describe("one-time links", () => {
  it("sign in once, with the duty they were made for", async () => {
    for (const duty of duties) {
      const cookie = await enter(door, duty);
      const dwelling = duty === "resident" ? home : null;
      expect((await door.access.signedIn(cookie))?.authority).toEqual({ duty, dwelling });
    }
  });

  it("are of no use a second time", async () => {
    const secret = secretOf(await door.access.makeLink("operator"));
    expect((await door.access.enter(secret, undefined, "127.0.0.1")).ok).toBe(true);
    expect(await door.access.enter(secret, undefined, "127.0.0.1")).toEqual({ ok: false, why: "used" });
  });

  it("let in only one of many who come at once", async () => {
    const secret = secretOf(await door.access.makeLink("operator"));
    const entries = await Promise.all(
      Array.from({ length: 8 }, (_, n) => door.access.enter(secret, undefined, `10.0.0.${n}`)),
    );
    expect(entries.filter(({ ok }) => ok)).toHaveLength(1);
    expect(door.access.openSessions).toHaveLength(1);
  });

  it("end after a day", async () => {
    const secret = secretOf(await door.access.makeLink("operator"));
    door.clock.nowMs += 24 * hours;
    expect(await door.access.enter(secret, undefined, "127.0.0.1")).toEqual({ ok: false, why: "expired" });
  });

  it("cannot be guessed at for long, and nobody else waits for it", async () => {
    const wrong = (address: string) => door.access.enter("x".repeat(43), undefined, address);
    for (let guess = 0; guess < 5; guess += 1)
      expect(await wrong("2001:db8::1")).toMatchObject({ why: "unknown" });
    expect(await wrong("2001:db8::ffff")).toEqual({ ok: false, why: "wait", waitMs: 1000 });
    expect(await wrong("2001:db8:0:1::1")).toMatchObject({ why: "unknown" });
    door.clock.nowMs += 1000;
    expect(await wrong("2001:db8::1")).toMatchObject({ why: "unknown" });
    expect(await wrong("2001:db8::1")).toEqual({ ok: false, why: "wait", waitMs: 2000 });
    const waiting = await door.access.enter(
      secretOf(await door.access.makeLink("operator")),
      undefined,
      "2001:db8::2",
    );
    expect(waiting).toMatchObject({ why: "wait" });
  });
});

describe("sessions", () => {
  it.each([
    ["operator", 12],
    ["auditor", 12],
    ["resident", 30 * 24],
    ["public", 30 * 24],
  ] as const)("of %s end after %i hours, whoever uses them", async (duty, lastsHours) => {
    const cookie = await enter(door, duty);
    door.clock.nowMs += lastsHours * hours - 1;
    expect(await door.access.signedIn(cookie)).not.toBeNull();
    door.clock.nowMs += 1;
    expect(await door.access.signedIn(cookie)).toBeNull();
    await door.access.expireDue();
    expect(door.access.openSessions).toHaveLength(0);
  });

  it("tell those who follow when they end or change", async () => {
    const told: [SessionId, string | undefined][] = [];
    const stop = door.access.onChange((session, authority) => void told.push([session, authority?.duty]));
    const cookie = await enter(door, "operator");
    const session = (await door.access.signedIn(cookie))?.session as SessionId;
    expect(await door.access.changeDuty(session, { duty: "planner", dwelling: null }, "test")).toBe(true);
    expect((await door.access.signedIn(cookie))?.authority.duty).toBe("planner");
    expect(await door.access.end(session, "signed-out", session)).toBe(true);
    expect(await door.access.signedIn(cookie)).toBeNull();
    expect(told).toEqual([
      [session, "planner"],
      [session, undefined],
    ]);
    expect(await door.access.end(session, "signed-out", session)).toBe(false);
    expect(await door.access.changeDuty(session, { duty: "operator", dwelling: null }, "test")).toBe(false);
    stop();
  });

  it("tell those who follow when their time is over", async () => {
    const ended: SessionId[] = [];
    door.access.onChange((session, authority) => void (authority === null && ended.push(session)));
    await enter(door, "operator");
    door.clock.nowMs += 12 * hours;
    await door.access.expireDue();
    expect(ended).toHaveLength(1);
  });

  it("replace the one this browser had before", async () => {
    const first = await enter(door, "operator");
    const second = await enter(door, "planner", first);
    expect(await door.access.signedIn(first)).toBeNull();
    expect((await door.access.signedIn(second))?.authority.duty).toBe("planner");
  });

  it("are not found under a foreign, wrong, changed or missing cookie", async () => {
    const cookie = await enter(door, "operator");
    const [name, secret] = cookie.split("=") as [string, string];
    for (const header of [
      undefined,
      "",
      name,
      `${name}=`,
      `${name}=${secret}x`,
      `other=${secret}`,
      `x${cookie}`,
      `${name}=${secret.toLowerCase()}`,
    ])
      expect(await door.access.signedIn(header)).toBeNull();
    expect(await door.access.signedIn(`a=b; ${cookie}; c=d`)).not.toBeNull();
  });

  it("go on when the store is away, and end all the same", async () => {
    const cookie = await enter(door, "operator");
    const session = (await door.access.signedIn(cookie))?.session as SessionId;
    await door.store.killThread();
    expect(await door.access.signedIn(cookie)).not.toBeNull();
    await expect(door.access.end(session, "signed-out", session)).rejects.toMatchObject({
      name: "StoreError",
    });
    expect(await door.access.signedIn(cookie)).toBeNull();
  });
});

describe("the trail", () => {
  it("has a line for everything that happened to access, in order", async () => {
    const cookie = await enter(door, "operator");
    const session = (await door.access.signedIn(cookie))?.session as SessionId;
    await door.access.enter("y".repeat(43), undefined, "127.0.0.1");
    await door.access.changeDuty(session, { duty: "planner", dwelling: null }, "admin");
    await door.access.end(session, "signed-out", session);
    await door.access.makeToken("ingest", "meter gateway", "console");
    expect(await acts()).toEqual([
      "link-made",
      "signed-in",
      "refused",
      "duty-changed",
      "session-ended",
      "token-made",
    ]);
  });

  it("says who, what and when, and nothing secret", async () => {
    const link = await door.access.makeLink("operator");
    const entry = await door.access.enter(secretOf(link), undefined, "192.0.2.7");
    const lines = JSON.stringify(await door.audit.read(null, 100));
    expect(lines).toContain("192.0.2.7");
    expect(lines).toContain(String(door.clock.nowMs));
    expect(lines).not.toContain(secretOf(link));
    if (entry.ok) expect(lines).not.toContain(entry.secret);
  });

  it("is read backwards, page by page", async () => {
    for (let n = 0; n < 5; n += 1) await door.access.makeLink("public");
    const page = await door.audit.read(null, 2);
    const rest = await door.audit.read(page.at(-1)?.seq ?? null, 10);
    expect(page.map(({ seq }) => seq)).toEqual([5, 4]);
    expect(rest.map(({ seq }) => seq)).toEqual([3, 2, 1]);
  });
});

describe("tokens of programs", () => {
  it("are known by what they are for, each under a name of its own", async () => {
    const { token: first } = await door.access.makeToken("ingest", "gateway", "console");
    const { token: second } = await door.access.makeToken("read", "gateway", "console");
    const lent = door.access.lendToken("simulator", "devices");
    expect(await door.access.credential(first)).toEqual({ name: "gateway", use: "ingest" });
    expect(await door.access.credential(second)).toEqual({ name: "gateway-2", use: "read" });
    expect(await door.access.credential(lent)).toEqual({ name: "simulator", use: "devices" });
    expect(await door.access.credential("z".repeat(43))).toBeNull();
    expect(await door.access.credential("")).toBeNull();
  });

  it("are listed without themselves, and end: by their name, or by their time", async () => {
    const { access, clock } = door;
    const madeAtMs = clock.nowMs;
    const { token } = await access.makeToken("devices", "replay", "console", 1000);
    await access.makeToken("devices", "replay", "console");
    access.lendToken("simulator", "devices");
    expect(access.openTokens).toEqual([
      { name: "replay", use: "devices", madeAtMs, endsAtMs: madeAtMs + 1000 },
      { name: "replay-2", use: "devices", madeAtMs, endsAtMs: null },
    ]);
    clock.nowMs += 1000;
    expect(await access.credential(token)).toBeNull();
    expect(access.openTokens.map(({ name }) => name)).toEqual(["replay-2"]);
    expect(await access.endToken("replay-2", "console")).toBe(true);
    expect(await access.endToken("replay-2", "console")).toBe(false);
    expect(access.openTokens).toEqual([]);
    expect((await acts()).slice(-1)).toEqual(["token-ended"]);
    // What has ended leaves its name to others.
    expect((await access.makeToken("devices", "replay", "console")).name).toBe("replay");
  });
});

describe("a restart", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "courtyard-access-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("keeps sessions, links and tokens, but not what was lent, and no secret on the disk", async () => {
    const file = join(folder, "courtyard.db");
    const before = await openDoor(file);
    const cookie = await enter(before, "supervisor");
    const link = await before.access.makeLink("planner");
    const { token } = await before.access.makeToken("ingest", "gateway", "console");
    const lent = before.access.lendToken("simulator", "devices");
    const { token: ended } = await before.access.makeToken("read", "wall", "console");
    await before.access.endToken("wall", "console");
    await before.store.close();
    const bytes = readFileSync(file).toString("latin1");
    for (const secret of [cookie.split("=")[1] ?? "", secretOf(link), token, lent])
      expect(bytes).not.toContain(secret);
    const after = await openDoor(file);
    expect((await after.access.signedIn(cookie))?.authority.duty).toBe("supervisor");
    expect(await after.access.credential(token)).toEqual({ name: "gateway", use: "ingest" });
    expect(await after.access.credential(lent)).toBeNull();
    expect(await after.access.credential(ended)).toBeNull();
    expect((await after.access.enter(secretOf(link), undefined, "127.0.0.1")).ok).toBe(true);
    await after.store.close();
  });

  it("does not bring back a session that ended while the store was away", async () => {
    const file = join(folder, "courtyard.db");
    const before = await openDoor(file);
    const cookie = await enter(before, "operator");
    const session = (await before.access.signedIn(cookie))?.session as SessionId;
    await before.store.killThread();
    await expect(before.access.end(session, "signed-out", session)).rejects.toMatchObject({ code: 0 });
    before.clock.nowMs += 5000;
    await before.access.expireDue();
    await before.store.close();
    const after = await openDoor(file);
    expect(await after.access.signedIn(cookie)).toBeNull();
    await after.store.close();
  });

  it("forgets what was kept long enough", async () => {
    const kept = await openDoor(join(folder, "courtyard.db"));
    const cookie = await enter(kept, "operator");
    await kept.access.end((await kept.access.signedIn(cookie))?.session as SessionId, "signed-out", "test");
    kept.clock.nowMs += 401 * 24 * hours;
    await kept.access.tidy();
    for (const table of ["link", "session"] as const)
      expect(await kept.store.db.selectFrom(table).selectAll().execute()).toEqual([]);
    await kept.store.close();
  });
});
