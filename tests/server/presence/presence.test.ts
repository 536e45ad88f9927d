import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { deviceId, sessionId, type SessionId } from "../../../models/ids.ts";
import { atTheMap, type Look } from "../../../models/presence/presence.ts";
import { graceMs, mostNamed, Presence } from "../../../server/presence/presence.ts";

let nowMs: number;
let presence: Presence;
beforeEach(() => {
  nowMs = 0;
  presence = new Presence(
    (look) => look,
    () => nowMs,
  );
});

const [li, zhang] = [sessionId("li"), sessionId("zhang")];
const [tabA, tabB, tabC] = [{}, {}, {}];
const person = (name: string) => ({ duty: "operator", name }) as const;
const atLift: Look = { ...atTheMap, selection: { kind: "device", device: deviceId("lift-1") } };
const names = (of: SessionId) => presence.companyOf(of)?.colleagues.map((each) => each.person.name);

describe("who is here", () => {
  it("PR1 PR2 those are told of each other, never of themselves, and nobody else is told anything", () => {
    presence.enter(li, person("Li Na"), tabA);
    expect(presence.companyOf(li)).toEqual({ colleagues: [], more: 0 });
    presence.enter(zhang, person("Zhang Wei"), tabB);
    presence.look(zhang, tabB, atLift);
    expect(presence.companyOf(li)?.colleagues).toEqual([
      { number: 2, person: person("Zhang Wei"), look: atLift },
    ]);
    expect(names(zhang)).toEqual(["Li Na"]);
    expect(presence.companyOf(sessionId("stranger"))).toBeNull();
  });

  it("PR1 several tabs are one person, who looks at what the last one said and stays until the last has gone", () => {
    presence.enter(li, person("Li Na"), tabA);
    presence.enter(zhang, person("Zhang Wei"), tabB);
    presence.enter(zhang, person("Zhang Wei"), tabC);
    presence.look(zhang, tabB, atLift);
    presence.look(zhang, tabC, { ...atTheMap, page: "alarms" });
    expect(presence.companyOf(li)?.colleagues.map(({ look }) => look.page)).toEqual(["alarms"]);
    presence.cut(zhang, tabC);
    nowMs += graceMs;
    presence.takeChange();
    expect(names(li)).toEqual(["Zhang Wei"]);
  });

  it("PR4 whoever is cut off stays for the grace, comes back as the same, and is gone after it", () => {
    presence.enter(li, person("Li Na"), tabA);
    presence.enter(zhang, person("Zhang Wei"), tabB);
    presence.look(zhang, tabB, atLift);
    presence.cut(zhang, tabB);
    nowMs += graceMs - 1;
    presence.takeChange();
    presence.enter(zhang, person("Zhang Wei"), tabC);
    nowMs += graceMs;
    presence.takeChange();
    expect(presence.companyOf(li)?.colleagues).toEqual([
      { number: 2, person: person("Zhang Wei"), look: atLift },
    ]);
    presence.cut(zhang, tabC);
    nowMs += graceMs;
    expect(presence.takeChange()).toBe(true);
    expect(names(li)).toEqual([]);
  });

  it("PR4 whose sign-in or duty ends is gone at once, and what their connection still says is nothing", () => {
    presence.enter(li, person("Li Na"), tabA);
    presence.enter(zhang, person("Zhang Wei"), tabB);
    presence.leave(zhang);
    presence.look(zhang, tabB, atLift);
    expect(names(li)).toEqual([]);
    expect(presence.companyOf(zhang)).toBeNull();
  });

  it("PR5 changes are told at most four times a second, and none is forgotten", () => {
    presence.enter(li, person("Li Na"), tabA);
    expect(presence.takeChange()).toBe(true);
    presence.look(li, tabA, atLift);
    nowMs += 249;
    expect(presence.takeChange()).toBe(false);
    nowMs += 1;
    expect(presence.takeChange()).toBe(true);
    nowMs += 10_000;
    expect(presence.takeChange()).toBe(false);
  });

  it("PR6 so many are told by name, the others by number", () => {
    for (let n = 0; n < mostNamed + 3; n++) presence.enter(sessionId(`s${n}`), person(`P ${n}`), {});
    const company = presence.companyOf(sessionId("s0"));
    expect([company?.colleagues.length, company?.more]).toEqual([mostNamed, 2]);
  });

  it("PR1 PR4 whatever comes and goes, they are here who hold a connection or lost it less than the grace ago", () => {
    const step = fc.record({
      what: fc.constantFrom("enter", "cut", "leave", "wait"),
      who: fc.integer({ min: 0, max: 3 }),
      tab: fc.integer({ min: 0, max: 2 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        let now = 0;
        const here = new Presence(
          (look) => look,
          () => now,
        );
        const tabs = [0, 1, 2, 3].map(() => [{}, {}, {}]);
        const model = new Map<number, { tabs: Set<number>; cutMs: number }>();
        for (const { what, who, tab } of steps) {
          const session = sessionId(`s${who}`);
          const connection = tabs[who]![tab]!;
          const known = model.get(who);
          if (what === "enter") {
            here.enter(session, person(`P ${who}`), connection);
            if (known === undefined) model.set(who, { tabs: new Set([tab]), cutMs: 0 });
            else known.tabs.add(tab);
          } else if (what === "cut") {
            here.cut(session, connection);
            if (known?.tabs.delete(tab) === true) known.cutMs = now;
          } else if (what === "leave") {
            here.leave(session);
            model.delete(who);
          } else {
            now += graceMs / 2;
            here.takeChange();
            for (const [each, { tabs: held, cutMs }] of model)
              if (held.size === 0 && now - cutMs >= graceMs) model.delete(each);
          }
          for (const each of [0, 1, 2, 3]) {
            const company = here.companyOf(sessionId(`s${each}`));
            expect(company !== null).toBe(model.has(each));
            if (company !== null) expect(company.colleagues).toHaveLength(model.size - 1);
          }
        }
      }),
    );
  });
});
