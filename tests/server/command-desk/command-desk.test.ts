import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { duties } from "../../../models/duty/duty.ts";
import { sessionId } from "../../../models/ids.ts";
import { minutes, seconds } from "../../../models/quantity.ts";
import { until } from "../stream/harbour.ts";
import { authorityOf, DeskBench, me, operator, request } from "./desk-bench.ts";

let bench: DeskBench;
beforeEach(async () => {
  bench = await DeskBench.open();
});
afterEach(() => bench.store.close());

const ask = (asked = request(), who = me, authority = operator) => bench.desk.ask(asked, who, authority);
const stateOf = async (...asked: Parameters<typeof ask>): Promise<string> => {
  const answer = await ask(...asked);
  return answer.ok ? (answer.value.reason ?? answer.value.state) : answer.code;
};

describe("a command", () => {
  it("CD2 CD5 is in the trail before it goes out, as value, command and time", async () => {
    const asked = request();
    let before: string[] = [];
    bench.onSend = async () => {
      before = await bench.acts();
    };
    expect(await stateOf(asked)).toBe("accepted");
    await until(() => before.length > 0);
    expect(before).toEqual([`command-asked me lamp-1/state on`]);
    const at = new Date(bench.clock.nowMs).toISOString();
    expect(bench.sent).toEqual([
      { device: "lamp-1", property: "state", payload: { value: "on", command: asked.id, at } },
    ]);
  });

  it("CD8 CM2 is confirmed by the device's own report, each step told once", async () => {
    const asked = request();
    bench.report("lamp-1", "state", 0, 1000);
    await ask(asked);
    await bench.pass();
    bench.report("lamp-1", "state", 0);
    await bench.pass();
    expect(bench.statesOf(asked)).toEqual(["accepted", "sent"]);
    bench.report("lamp-1", "state", 1);
    await bench.pass();
    await bench.pass();
    expect(bench.statesOf(asked)).toEqual(["accepted", "sent", "confirmed"]);
    expect((await bench.acts()).at(-1)).toBe("command-ended server lamp-1/state confirmed");
  });

  it("CM2 is not confirmed by what was so before it was sent", async () => {
    bench.report("lamp-1", "state", 1);
    const asked = request();
    await ask(asked);
    await bench.pass();
    await bench.pass(1000);
    expect(bench.statesOf(asked)).toEqual(["accepted", "sent"]);
    bench.report("lamp-1", "state", 1);
    await bench.pass();
    expect(bench.statesOf(asked).at(-1)).toBe("confirmed");
  });

  it("CD6 times out after 15 seconds, is confirmed by a late report, and no longer after ten minutes", async () => {
    const [late, never] = [request(), request("gate-1", "arm", "up")];
    await ask(late);
    await ask(never);
    await bench.settle();
    await bench.pass(15 * seconds - 1);
    expect(bench.statesOf(late).at(-1)).toBe("sent");
    await bench.pass(1);
    expect(bench.statesOf(late).at(-1)).toBe("timed-out");
    bench.report("lamp-1", "state", 1);
    await bench.pass();
    expect(bench.statesOf(late).at(-1)).toBe("confirmed");
    await bench.pass(10 * minutes);
    bench.report("gate-1", "arm", 2);
    await bench.pass();
    expect(bench.statesOf(never).at(-1)).toBe("timed-out");
  });

  it("CD6 of an earlier time is not confirmed by what a later one brought about", async () => {
    const [first, second] = [request("lamp-1", "state", "on"), request("lamp-1", "state", "on")];
    await ask(first);
    await bench.settle();
    await bench.pass(16 * seconds);
    await ask(second);
    await bench.settle();
    bench.report("lamp-1", "state", 1);
    await bench.pass();
    expect(bench.statesOf(first).at(-1)).toBe("timed-out");
    expect(bench.statesOf(second).at(-1)).toBe("confirmed");
  });

  it("CD9 whose way broke is unknown, and confirmed all the same when the device says so", async () => {
    bench.onSend = () => Promise.reject(new Error("the broker is away"));
    const asked = request();
    await ask(asked);
    await bench.settle();
    expect(bench.statesOf(asked)).toEqual(["accepted", "unknown"]);
    await bench.pass();
    bench.report("lamp-1", "state", 1);
    await bench.pass();
    expect(bench.statesOf(asked).at(-1)).toBe("confirmed");
  });
});

describe("who may command", () => {
  it.each(duties)("CD1 %s", async (duty) => {
    const may = duty === "operator" || duty === "supervisor";
    expect(await stateOf(request(), me, authorityOf(duty))).toBe(may ? "accepted" : "not-allowed");
    await bench.settle();
    expect([bench.sent.length, bench.told.length > 0]).toEqual(may ? [1, true] : [0, false]);
    expect(await bench.acts()).toEqual(
      may ? ["command-asked me lamp-1/state on"] : ["command-refused me lamp-1/state not-allowed"],
    );
  });

  it("CD1 nobody without a sign-in, and nobody what is a home's own", async () => {
    expect(await bench.desk.ask(request(), null, operator)).toEqual({ ok: false, code: "not-allowed" });
    expect(await stateOf(request("meter-1", "power", 1))).toBe("unknown-point");
    expect(await stateOf(request("nobody", "power", 1))).toBe("unknown-point");
    expect(bench.sent).toEqual([]);
    // The trail tells what who asked is not told: that the point is there, in somebody's home.
    expect(await bench.acts()).toEqual([
      "command-refused  lamp-1/state not-allowed",
      "command-refused me meter-1/power withheld",
      "command-refused me nobody/power unknown-point",
    ]);
  });
});

describe("a command that is refused", () => {
  it("CM3 CD10 has no effect, says why, and is in the trail", async () => {
    expect(await stateOf(request("lamp-1", "state", "fault"))).toBe("bad-value");
    expect(await stateOf(request("lamp-1", "power", 3))).toBe("not-settable");
    await bench.settle();
    expect([bench.sent, bench.told]).toEqual([[], []]);
    expect(await bench.acts()).toEqual([
      "command-refused me lamp-1/state bad-value",
      "command-refused me lamp-1/power not-settable",
    ]);
  });

  it("CD2 is not sent when it cannot be written down", async () => {
    const { db } = bench.store;
    await sql`create trigger full before insert on trail begin select raise(abort, 'full'); end`.execute(db);
    const asked = request();
    expect(await stateOf(asked)).toBe("not-recorded");
    await bench.settle();
    expect(bench.sent).toEqual([]);
    await sql`drop trigger full`.execute(db);
    expect(await stateOf(asked)).toBe("accepted");
  });

  it("CD4 waits its turn: of many at once one goes out", async () => {
    const supervisor = authorityOf("supervisor");
    const answers = await Promise.all([
      stateOf(request("gate-1", "arm", "up")),
      stateOf(request("gate-1", "arm", "down"), sessionId("other"), supervisor),
      stateOf(request("gate-1", "arm", "up"), sessionId("third")),
      stateOf(request("lamp-1", "state", "on")),
    ]);
    expect(answers.filter((state) => state === "accepted")).toHaveLength(2);
    expect(answers.filter((state) => state === "busy")).toHaveLength(2);
    await bench.settle();
    expect(bench.sent.map(({ device }) => device).toSorted()).toEqual(["gate-1", "lamp-1"]);
    expect(await stateOf(request("gate-1", "arm", "down"))).toBe("busy");
    await bench.pass(15 * seconds);
    expect(await stateOf(request("gate-1", "arm", "down"))).toBe("accepted");
  });
});

describe("the same id", () => {
  it("CD3 is one command, however often and however fast it is asked", async () => {
    const asked = request();
    const states = await Promise.all(Array.from({ length: 5 }, () => stateOf(asked)));
    expect(states.every((state) => state === "accepted" || state === "sent")).toBe(true);
    await bench.settle();
    await bench.pass();
    bench.report("lamp-1", "state", 1);
    await bench.pass();
    expect(await stateOf(asked)).toBe("confirmed");
    expect(bench.sent).toHaveLength(1);
    expect(bench.statesOf(asked)).toEqual(["accepted", "sent", "confirmed"]);
  });

  it("CD3 is refused with other words, or from somebody else", async () => {
    const asked = request();
    await ask(asked);
    expect(await stateOf({ ...asked, value: "off" })).toBe("id-taken");
    expect(await stateOf(asked, sessionId("other"))).toBe("id-taken");
    await bench.settle();
    expect(bench.sent).toHaveLength(1);
  });
});

describe("a restart in the middle", () => {
  it("CD7 leaves it unknown, sends nothing again, and hears the device out", async () => {
    const asked = request();
    bench.onSend = () => new Promise(() => undefined);
    await ask(asked);
    await bench.restart();
    expect(await stateOf(asked)).toBe("unknown");
    await bench.pass();
    expect(bench.sent).toHaveLength(1);
    expect(bench.desk.recent()).toMatchObject([{ id: asked.id, state: "unknown" }]);
    bench.report("lamp-1", "state", 1);
    await bench.pass();
    expect(bench.desk.recent()).toMatchObject([{ id: asked.id, state: "confirmed" }]);
    await bench.restart();
    expect(await stateOf(asked)).toBe("confirmed");
    expect(bench.sent).toHaveLength(1);
    expect((await bench.acts()).map((line) => line.split(" ").at(-1))).toEqual([
      "on",
      "unknown",
      "confirmed",
    ]);
  });
});
