import { beforeEach, describe, expect, it } from "vitest";
import type { Asked } from "../../../../../client/components/desk-context.ts";
import { PastPages } from "../../../../../client/desks/operator/alarm-table/past-pages.ts";
import type { PastAlarm, PastPage } from "../../../../../models/alarm/past.ts";
import { text } from "../../../../../models/language/text.ts";
import { searchOfFilter, usualAlarmFilter } from "../../../../../models/view/alarm-filter.ts";
import { alarmOf, pastOf } from "./alarm-rows.ts";

const search = searchOfFilter({ ...usualAlarmFilter, time: { of: "last", span: "8h" } }, 1e12);
const page = (next: string | null, ...names: string[]): Asked => {
  const body: PastPage = { alarms: names.map((name) => pastOf(alarmOf(name, 1))), next };
  return { ok: true, body };
};
const failed: Asked = { ok: false, status: 503, sentence: text("忙", "busy") };

let paths: string[];
let answers: Asked[];
let taken: PastAlarm[];
let pages: PastPages;
beforeEach(() => {
  paths = [];
  answers = [];
  taken = [];
  const ask = (path: string): Promise<Asked> => {
    paths.push(path);
    return Promise.resolve(answers.shift() ?? failed);
  };
  pages = new PastPages(ask, search, (alarms) => void taken.push(...alarms));
});
const marks = (): (string | null)[] =>
  paths.map((path) => new URL(path, "http://here").searchParams.get("before"));
const names = (): string[] => taken.map(({ alarm }) => alarm.device);

describe("the past of the alarm table", () => {
  it("TB5 reads on from where it ended, over an empty page, to the end", async () => {
    answers = [page("3~c", "P-1", "P-2"), page("2~b"), page("1~a", "P-3"), page(null)];
    await pages.more();
    expect(names()).toEqual(["P-1", "P-2"]);
    expect(pages.state.get().state).toBe("more");
    await pages.more();
    expect(names()).toEqual(["P-1", "P-2", "P-3"]);
    await pages.more();
    await pages.more();
    expect(pages.state.get().state).toBe("whole");
    expect(marks()).toEqual([null, "3~c", "2~b", "1~a"]);
  });

  it("TB5 reads nothing twice at a time", async () => {
    answers = [page(null, "P-1")];
    await Promise.all([pages.more(), pages.more()]);
    expect(paths).toHaveLength(1);
  });

  it("TB5 goes on from where it failed, and says why it did", async () => {
    answers = [page("3~c", "P-1"), failed, { ok: true, body: { alarms: "none" } }, page(null, "P-2")];
    await pages.more();
    await pages.more();
    expect(pages.state.get()).toEqual({ state: "failed", sentence: text("忙", "busy") });
    await pages.more();
    expect(pages.state.get().state).toBe("failed");
    await pages.more();
    expect(names()).toEqual(["P-1", "P-2"]);
    expect(marks()).toEqual([null, "3~c", "3~c", "3~c"]);
  });

  it("tells nobody any more once it is closed", async () => {
    answers = [page(null, "P-1")];
    const reading = pages.more();
    pages.close();
    await reading;
    expect(taken).toEqual([]);
  });
});
