import { describe, expect, it } from "vitest";
import { healthAnswer, sessionsAnswer, trayAnswer } from "../../../client/desks/administrator/answers.ts";
import { trailAnswer } from "../../../client/desks/auditor/answers.ts";
import { filterTrail } from "../../../client/desks/auditor/filter-trail.ts";
import { registerOf } from "../../../client/desks/resident/register-of.ts";
import { actNames, detailWords } from "../../../client/language/names/office-names.ts";
import { refusalReasons } from "../../../models/command/command.ts";
import { smallReplica } from "../components/small-replica.ts";

describe("the sensor register", () => {
  it("counts by kind, the many first, and leaves out what is in a home", () => {
    const { devices } = smallReplica([
      { id: "l1", kind: "street_light" },
      { id: "w", kind: "env_station" },
      { id: "l2", kind: "street_light" },
      { id: "m", kind: "elec_meter", dwelling: "A-1-1201" },
    ]);
    const rows = registerOf(devices.get());
    expect(rows.map(({ kind, count }) => [kind, count])).toEqual([
      ["street_light", 2],
      ["env_station", 1],
    ]);
    for (const { purposes, kept, seenBy } of rows)
      for (const said of [purposes, kept, seenBy]) expect(said.length).toBe(new Set(said).size);
  });
});

describe("the trail", () => {
  const entry = (seq: number, act: string, detail: Record<string, string>) => {
    return { seq, atMs: 0, communityAtMs: 0, act, who: "3fa9", subject: "9be1", detail };
  };
  const entries = [
    entry(2, "signed-in", { duty: "operator", address: "127.0.0.1" }),
    entry(1, "refused", { why: "used" }),
  ];
  const find = (words: string, act = ""): number[] =>
    filterTrail(entries, words, act, (entry) => (entry.act === "refused" ? "拒绝" : "")).map(
      ({ seq }) => seq,
    );

  it("is found by words in whatever it says, also in the person's language", () => {
    expect(find("")).toEqual([2, 1]);
    expect(find("OPERATOR 127")).toEqual([2]);
    expect(find("拒绝")).toEqual([1]);
    expect(find("9be1", "refused")).toEqual([1]);
    expect(find("operator", "refused")).toEqual([]);
  });

  it("has words for refusals, and for outcomes that sound like something else", () => {
    for (const act of ["command-refused", "duty-refused", "refused-more"])
      expect(actNames.has(act)).toBe(true);
    for (const reason of [...refusalReasons, "not-allowed", "withheld"])
      expect(detailWords.has(reason)).toBe(true);
    expect(detailWords.get("outcome unknown")).not.toEqual(detailWords.get("unknown"));
  });

  it("is read, or not read at all", () => {
    expect(trailAnswer.safeParse({ entries }).success).toBe(true);
    expect(trailAnswer.safeParse({ entries: [{ ...entries[0], seq: "2" }] }).success).toBe(false);
  });
});

describe("answers to the administrator", () => {
  it("are read whether or not problems are told", () => {
    const health = { status: "ok", clock: "", points: 1, devices: 1, sessions: 1, version: "0" };
    expect(healthAnswer.safeParse(health).success).toBe(true);
    expect(healthAnswer.safeParse({ ...health, status: "fine" }).success).toBe(false);
    expect(trayAnswer.safeParse({ devices: [] }).success).toBe(true);
    expect(sessionsAnswer.safeParse({ sessions: [{}] }).success).toBe(false);
  });
});
