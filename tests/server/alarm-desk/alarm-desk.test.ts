import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Alarm, stateOf } from "../../../models/alarm/alarm.ts";
import type { AlarmAnswer } from "../../../models/alarm/request.ts";
import { type AlarmEvent, after, normalAlarm } from "../../../models/alarm/transition.ts";
import { actionId } from "../../../models/ids.ts";
import { hours, minutes } from "../../../models/quantity.ts";
import type { Answer } from "../../../models/stream/messages.ts";
import { verifyTrail } from "../../../server/audit/verify-trail.ts";
import { alarm, asker, beyond, DeskUnderTest, device, limit, point } from "./desk-under-test.ts";

const [li, wang] = [asker("Li"), asker("Wang", "supervisor")];

let where: DeskUnderTest;
beforeEach(async () => {
  where = await DeskUnderTest.open();
});
afterEach(() => where.close());

const raise = (): void => where.tick(beyond(where.nowMs));
const goBack = (): void => where.tick({ ...beyond(where.nowMs), untilMs: where.nowMs });
const now = (): Alarm | undefined => where.desk.open.get(alarm);
const state = () => (now() === undefined ? "normal" : stateOf(now() as Alarm));
const outcome = (answer: Answer<AlarmAnswer>) => (answer.ok ? answer.value.outcome : answer.code);
const shelve = (forMs: number, reason = "painters in the room", oneShot = false) =>
  ({ action: "shelve", reason, untilMs: where.nowMs + forMs, oneShot }) as const;
const trail = async () =>
  (await where.door.audit.read(null, 100)).map(({ act, who, detail }) => ({ act, who, detail }));
/** What the journal says of the alarm, told to somebody who knows nothing. */
async function replayed(): Promise<Alarm> {
  const rows = await where.door.store.db
    .selectFrom("alarm_transition")
    .select(["event", "version"])
    .where("alarm", "=", alarm)
    .orderBy("version")
    .execute();
  expect(rows.map(({ version }) => version)).toEqual(rows.map((_, at) => at + 1));
  const start = normalAlarm(alarm, { point, device, limit, priority: "P3" });
  return rows.reduce((was: Alarm, { event }) => after(was, JSON.parse(event) as AlarmEvent) ?? was, start);
}

describe("the alarm desk", () => {
  it("AD1 lets only who answers alarms do something, and writes down who else tried", async () => {
    raise();
    for (const who of [null, asker("Zhao", "resident"), asker("Qian", "administrator")])
      expect(outcome(await where.ask(who, { action: "acknowledge" }))).toBe("not-allowed");
    expect(state()).toBe("unacknowledged");
    expect(where.refused.map(({ detail }) => detail["reason"])).toEqual(Array(3).fill("not-allowed"));
    expect(outcome(await where.ask(wang, { action: "acknowledge" }))).toBe("done");
  });

  it("AD2 what is done is in the trail and kept, with who, when and the note, before anybody is told", async () => {
    raise();
    where.desk.takeFresh();
    const asking = where.ask(li, { action: "acknowledge", note: "sent Sun to look" });
    expect(where.desk.takeFresh()).toEqual([]);
    expect(outcome(await asking)).toBe("done");
    const told = where.desk.takeFresh();
    expect(told).toMatchObject([
      {
        acknowledged: true,
        acknowledgement: {
          by: { name: "Li", duty: "operator" },
          atMs: where.nowMs,
          note: "sent Sun to look",
        },
      },
    ]);
    expect((await trail())[0]).toMatchObject({
      act: "alarm-acknowledged",
      who: li.session,
      detail: { name: "Li", duty: "operator", note: "sent Sun to look" },
    });
    expect(await replayed()).toEqual(told[0]);
  });

  it("AD2 what cannot be written down is not done, and can be once it can be written", async () => {
    raise();
    await where.desk.flush();
    await where.door.store.db.schema.alterTable("alarm_transition").renameTo("gone").execute();
    const answer = await where.ask(li, { action: "acknowledge" });
    expect(outcome(answer)).toBe("not-recorded");
    expect(state()).toBe("unacknowledged");
    expect((await trail()).map(({ act }) => act)).not.toContain("alarm-acknowledged");
    await where.door.store.db.schema.alterTable("gone").renameTo("alarm_transition").execute();
    expect(outcome(await where.ask(li, { action: "acknowledge" }))).toBe("done");
  });

  it("AD3 the same id is one action, whoever repeats it", async () => {
    raise();
    const id = actionId(randomUUID());
    const asked = { id, action: "acknowledge", version: 1, note: "seen" } as const;
    expect(
      await Promise.all([where.ask(li, asked), where.ask(li, asked)]).then((all) => all.map(outcome)),
    ).toEqual(["done", "done"]);
    expect(now()?.version).toBe(2);
    expect(outcome(await where.ask(wang, asked))).toBe("id-taken");
    expect(outcome(await where.ask(li, { ...asked, note: "other words" }))).toBe("id-taken");
    expect((await trail()).filter(({ act }) => act === "alarm-acknowledged")).toHaveLength(1);
  });

  it("AD4 of many on one version one wins, and the others are told by whom and when, and lose no note", async () => {
    raise();
    const people = Array.from({ length: 50 }, (_, n) => asker(`person-${n}`));
    const answers = await Promise.all(
      people.map((who, n) => where.ask(who, { action: "acknowledge", version: 1, note: `note ${n}` })),
    );
    expect(answers.filter((answer) => outcome(answer) === "done")).toHaveLength(1);
    const winner = people[answers.findIndex((answer) => outcome(answer) === "done")]?.person;
    for (const answer of answers)
      if (outcome(answer) !== "done")
        expect(answer).toMatchObject({
          value: { outcome: "changed", alarm: { version: 2, changedBy: winner, changedAtMs: where.nowMs } },
        });
    // Every note is somewhere: in the alarm, or with the refusal.
    const notes = [now()?.acknowledgement?.note, ...where.refused.map(({ detail }) => detail["note"])];
    expect(new Set(notes).size).toBe(50);
  });

  it("AD5 shelves only with a reason and an end within the longest shelf, and takes out only for a work order", async () => {
    raise();
    for (const [asked, why] of [
      [shelve(hours, "  "), "no-reason"],
      [shelve(0), "no-end"],
      [shelve(8 * hours + 1), "too-long"],
      [{ action: "take-out", workOrder: "" }, "no-reason"],
      [{ action: "note", note: " " }, "no-reason"],
      [{ action: "put-back" }, "not-now"],
    ] as const)
      expect(outcome(await where.ask(li, asked))).toBe(why);
    expect(state()).toBe("unacknowledged");
    expect(outcome(await where.ask(li, shelve(8 * hours)))).toBe("done");
    expect(state()).toBe("shelved");
  });

  it("AD5 a shelf ends at its time, once, and what is still active is unacknowledged again", async () => {
    raise();
    await where.ask(li, shelve(10 * minutes));
    where.desk.takeFresh();
    where.nowMs += 10 * minutes - 1001;
    where.tick();
    expect(state()).toBe("shelved");
    where.tick();
    where.tick();
    expect(state()).toBe("unacknowledged");
    expect(where.desk.takeFresh()).toHaveLength(1);
  });

  it("AD6 after a restart every alarm is as it was left, its version going on, its shelf still ending", async () => {
    raise();
    await where.ask(li, { action: "acknowledge", note: "seen" });
    await where.ask(li, shelve(hours));
    const before = now();
    await where.restart();
    expect(now()).toEqual(before);
    where.nowMs += hours;
    where.tick();
    expect(state()).toBe("unacknowledged");
    await where.ask(li, { action: "acknowledge" });
    goBack();
    await where.desk.flush();
    const { version } = await replayed();
    await where.restart();
    expect(state()).toBe("normal");
    raise();
    expect(now()?.version).toBe(version + 1);
  });

  it("AD7 has no alarm for what is not for staff to answer", async () => {
    where.rule = null;
    raise();
    expect(where.desk.open.size).toBe(0);
    expect(outcome(await where.ask(li, { action: "acknowledge" }))).toBe("unknown-alarm");
  });

  it("AD9 escalates once what nobody acknowledged in time, and nothing that somebody did", async () => {
    where.rule = { escalates: { toPriority: "P1", afterS: 180 } };
    raise();
    await where.restart();
    raise();
    where.nowMs += 3 * minutes - 3000;
    where.tick();
    expect(now()?.priority).toBe("P3");
    for (let n = 0; n < 5; n++) where.tick();
    expect(now()).toMatchObject({ priority: "P1", version: 2 });
    await where.ask(li, { action: "acknowledge" });
    goBack();
    raise();
    expect(now()?.priority).toBe("P3");
    await where.ask(li, { action: "acknowledge" });
    where.nowMs += hours;
    where.tick();
    expect(now()?.priority).toBe("P3");
  });

  it("AD10 what happens while an action is being written is not lost, and comes after it", async () => {
    raise();
    const asking = where.ask(li, { action: "acknowledge" });
    goBack();
    expect(state()).toBe("unacknowledged");
    await asking;
    expect(state()).toBe("normal");
    await where.desk.flush();
    expect(await replayed()).toMatchObject({ acknowledged: true, version: 3 });
  });

  it("AD6 AD10 whatever happens and is asked in whatever order, the journal tells the same alarm, and the trail is whole", async () => {
    const step = fc.constantFrom(
      "raise",
      "return",
      "acknowledge",
      "shelve",
      "unshelve",
      "take-out",
      "put-back",
      "wait",
      "restart",
      "stale",
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        await where.close();
        where = await DeskUnderTest.open();
        const asked: Promise<unknown>[] = [];
        for (const what of steps) {
          if (what === "raise") raise();
          else if (what === "return") goBack();
          else if (what === "wait") where.tick();
          else if (what === "shelve") asked.push(where.ask(li, shelve(2000)));
          else if (what === "take-out") asked.push(where.ask(li, { action: "take-out", workOrder: "WO-1" }));
          else if (what === "stale") asked.push(where.ask(wang, { action: "acknowledge", version: 1 }));
          else if (what === "restart") {
            await Promise.all(asked);
            await where.desk.flush();
            await where.restart();
          } else asked.push(where.ask(wang, { action: what }));
        }
        await Promise.all(asked);
        await where.desk.flush();
        const kept = await replayed();
        expect(stateOf(kept)).toBe(state());
        if (now() !== undefined) expect(kept).toEqual(now());
        const { store } = where.door;
        expect((await verifyTrail(store.db, store.installation, [])).finding).toBeNull();
      }),
      { numRuns: 25 },
    );
  });
});
