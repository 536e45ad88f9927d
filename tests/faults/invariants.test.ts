import { sql } from "kysely";
import { afterEach, beforeEach, expect, it } from "vitest";
import { anyone } from "../../models/duty/duty.ts";
import { databaseIn } from "../../server/settings.ts";
import { openStore } from "../../server/store/open-store.ts";
import { breaches } from "./invariants/breaches.ts";
import { doneTwice, type Remains } from "./invariants/acknowledged.ts";
import { actionsAstray } from "./invariants/alarm-actions.ts";
import { commandsAstray } from "./invariants/commands.ts";
import { beyondBounds } from "./invariants/bounds.ts";
import { differences } from "./invariants/same-view.ts";
import { pointsSeenBy } from "./invariants/server-view.ts";
import { joinDevices, pump, station } from "./stage/devices.ts";
import { Stage } from "./stage/stage.ts";
import { until } from "./stage/waiting.ts";

let stage: Stage;
beforeEach(() => (stage = new Stage(1)));
afterEach(() => stage.close());

/** A house in which all is well: two devices that were acknowledged, and an operator and the public who watch. */
async function soundHouse() {
  const server = await stage.open();
  const devices = await joinDevices(stage, server);
  await devices.describe("station-1", station);
  await devices.describe("pump-1", pump);
  await devices.read("station-1", "temperature", 20.5, Date.now());
  const operator = await stage.watch("operator");
  const somebody = await stage.watch("public");
  await until("they are live", () => operator.isLive && somebody.isLive);
  return { server, devices, operator, somebody };
}

it("nothing is found where all is well, and each breach that is planted is found", async () => {
  const { server, devices, operator, somebody } = await soundHouse();
  expect(await breaches(stage)).toEqual([]);

  const { ledger } = stage;
  const atMs = Date.now() + 1;
  ledger.reading({ device: "station-1", property: "temperature", value: 21, atMs });
  ledger.devices.add("ghost");
  ledger.trayed.add("ghost/level");
  ledger.sessions.set("courtyard=none", "operator");
  ledger.tokens.add("no-token-of-ours");
  ledger.usedLinks.add(String((await server.ask({ do: "link", duty: "public" }))["link"]));
  stage.heard.set("station-1/temperature", { atMs: Date.now() - 60_000, periodS: 1 });
  stage.secret("Pump", "operator");
  somebody.transcript.text({ name: "Pump" });
  operator.link.close();
  await devices.say("pump-1/outletPressure", "0.5");
  stage.healsWithinMs = 500;
  const found = await breaches(stage);
  expect(found).toEqual([
    expect.stringMatching(/^I1 station-1\/temperature = 21 of \d+ was acknowledged, and there is 20.5 of /),
    "I1 device ghost is gone",
    "I1 ghost/level is not in the tray",
    "I1 a session as operator is gone",
    "I1 a token is no longer believed",
    "I5 station-1/temperature is silent and looks good",
    "I4 pump-1/outletPressure is shown missing and is good",
    "I6 somebody of duty public was told of Pump",
    "I2 a one-time link let somebody in twice",
  ]);
});

it("I4 a value, a quality and a point that are not the server's are each seen", async () => {
  const { server, operator } = await soundHouse();
  const seen = await pointsSeenBy(server, operator.cookie);
  await until("they are the same", () => differences(operator.replica, seen).length === 0);
  const key = "station-1/temperature";
  const point = seen.get(key)!;
  expect(differences(operator.replica, new Map(seen).set(key, { ...point, value: 21 }))).toEqual([
    `I4 ${key} is shown 20.5 and is 21`,
  ]);
  expect(differences(operator.replica, new Map(seen).set(key, { ...point, quality: "stale" }))).toEqual([
    `I4 ${key} is shown good and is stale`,
  ]);
  expect(differences(operator.replica, new Map(seen).set("ghost/a", { ...point, device: "ghost" }))).toEqual([
    `I4 ${seen.size} points are shown where there are ${seen.size + 1}`,
    "I4 ghost/a is not shown",
  ]);
});

it("I6 a channel somebody is not in is seen in a welcome and in a frame", async () => {
  const { operator } = await soundHouse();
  const welcome = operator.link.welcome.get()!;
  const { transcript } = await stage.watch("public");
  transcript.welcome(welcome);
  expect(transcript.trespasses).toEqual(["welcomed to staff"]);
  transcript.authority = anyone;
  await until("the public are welcomed by their own", () => stage.spectators.at(-1)?.isLive === true);
  // KEY, no flags, channel 1 (staff), epoch 1, tick 1, base 0, time 0, no points.
  transcript.frames(new Uint8Array([0x10, 0, 1, 1, 1, 1, 0, 0]));
  expect(transcript.trespasses.at(-1)).toBe("a frame of channel 1");
});

it("I2 I8 a sign-in that happened twice, and one the trail does not tell of, are seen", () => {
  const line = { seq: 1, act: "signed-in", who: "a", subject: "a" };
  const remains: Remains = {
    points: new Map(),
    tray: new Set(),
    tokens: new Set(),
    sessions: new Map([["cookie", { session: "b", duty: "operator" }]]),
    trail: [line, { ...line, seq: 2 }],
  };
  expect(doneTwice(remains)).toEqual([
    "I2 session a began 2 times",
    "I8 the trail does not tell how session b began",
  ]);
});

it("I1 I2 I8 commands that are gone, without an end, done twice or untold are seen", () => {
  const { ledger } = stage;
  const line = (act: string, command: string) => ({
    ...{ seq: 1, act, who: "a", subject: "lamp/state" },
    detail: { command },
  });
  const trail = [line("command-asked", "sound"), line("command-ended", "sound")];
  ledger.commands.add("sound");
  ledger.heard.set("sound", 1);
  expect(commandsAstray(ledger, trail)).toEqual([]);
  for (const id of ["gone", "endless"]) ledger.commands.add(id);
  ledger.heard.set("sound", 2).set("untold", 1);
  const more = [
    line("command-asked", "endless"),
    line("command-asked", "again"),
    line("command-asked", "again"),
  ];
  expect(commandsAstray(ledger, [...trail, ...more])).toEqual([
    "I1 command gone was acknowledged and is not in the trail",
    "I1 command endless has no end",
    "I2 command again was taken 2 times",
    "I2 command sound went to its device 2 times",
    "I8 the trail does not tell of command untold, which went to its device",
  ]);
});

it("I1 I2 what was done about an alarm and is gone, or was done twice, is seen", () => {
  const { ledger } = stage;
  const line = (act: string, action: string) => ({
    ...{ seq: 1, act, who: "a", subject: "call/pressed#pressed" },
    detail: { action },
  });
  const trail = [line("alarm-acknowledged", "sound"), line("alarm-refused", "gone")];
  ledger.actions.add("sound");
  expect(actionsAstray(ledger, trail)).toEqual([]);
  ledger.actions.add("gone");
  const twice = [line("alarm-shelved", "again"), line("alarm-shelved", "again")];
  expect(actionsAstray(ledger, [...trail, ...twice])).toEqual([
    "I1 action gone was done and is not in the trail",
    "I2 action again was done 2 times",
  ]);
});

it("I8 an entry of the trail that was changed on the disk is seen", async () => {
  const { server } = await soundHouse();
  await server.end();
  const store = await openStore(databaseIn(stage.data), {
    nowMs: () => Date.now(),
    onTrouble: () => undefined,
  });
  await sql`drop trigger trail_stays`.execute(store.db);
  const changed = { who: "somebody else" };
  await store.db.updateTable("trail").set(changed).where("act", "=", "token-made").execute();
  await store.close();
  await stage.open();
  expect((await breaches(stage)).filter((breach) => breach.startsWith("I8"))).toEqual([
    expect.stringMatching(/^I8 Entry \d+ was changed/),
  ]);
});

it("I7 a server that fails, holds too much or had a fault of its own is seen", () => {
  expect(beyondBounds({ status: "degraded" }, 100_000_000, ["problem store trouble: full"])).toEqual([]);
  expect(
    beyondBounds({ status: "failing", problems: [] }, 700 * 1024 * 1024, ["ending after a fault: x"]),
  ).toEqual([
    "I7 the server is failing: []",
    "I7 the server holds 700 MB",
    "I7 the server said: ending after a fault: x",
  ]);
});
