import { beforeEach, describe, expect, it } from "vitest";
import type { Asked } from "../../../../../client/components/desk-context.ts";
import { TableFeed } from "../../../../../client/desks/operator/alarm-table/table-feed.ts";
import type { Alarm } from "../../../../../models/alarm/alarm.ts";
import type { Alert } from "../../../../../models/alarm/alert.ts";
import { xingheGarden } from "../../../../../models/communities/index.ts";
import { communityDocument } from "../../../../../models/community/community.ts";
import { signal } from "../../../../../models/signal.ts";
import { type AlarmFilter, usualAlarmFilter } from "../../../../../models/view/alarm-filter.ts";
import { smallReplica } from "../../../components/small-replica.ts";
import { acknowledge, alarmOf, goBack, pastOf } from "./alarm-rows.ts";

const community = communityDocument(xingheGarden());
const over = (name: string, atMs: number, priority: Alarm["priority"] = "P3"): Alarm =>
  alarmOf(name, atMs, priority, acknowledge(atMs), goBack(atMs + 1));
const lastDay: AlarmFilter = { ...usualAlarmFilter, time: { of: "last", span: "24h" } };

let alerts = signal<readonly Alert[]>([]);
/** The past as the server has it, newest first, told two at a time. */
let past: readonly Alarm[];
let asked: number;
beforeEach(() => {
  alerts = signal<readonly Alert[]>([]);
  past = [];
  asked = 0;
});
function ask(path: string): Promise<Asked> {
  asked++;
  const from = Number(new URL(path, "http://here").searchParams.get("before") ?? 0);
  const alarms = past.slice(from, from + 2).map(pastOf);
  const next = from + 2 < past.length ? String(from + 2) : null;
  return Promise.resolve({ ok: true, body: { alarms, next } });
}
const feedOf = (filter: AlarmFilter): TableFeed =>
  new TableFeed({ replica: { ...smallReplica([]), alerts }, community, ask }, filter);
const shown = (feed: TableFeed): readonly string[] =>
  feed.book.shown.map((id) => `${id.split("/")[0]} ${feed.book.row(id)?.state}`);
const rested = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe("the feed of the alarm table", () => {
  it("TB8 has what is live at once, and of what is open asks nobody else", async () => {
    alerts.set([alarmOf("P-1", 1), over("P-2", 2)]);
    const feed = feedOf(usualAlarmFilter);
    expect(shown(feed)).toEqual(["P-1 unacknowledged"]);
    feed.more();
    await rested();
    expect([feed.withPast, asked]).toEqual([false, 0]);
  });

  it("TB8 the past joins it below, page by page", async () => {
    alerts.set([alarmOf("P-1", 9)]);
    past = [alarmOf("P-1", 9), over("P-2", 8), over("P-3", 7), over("P-4", 6)];
    const feed = feedOf(lastDay);
    feed.more();
    await rested();
    expect(shown(feed)).toEqual(["P-1 unacknowledged", "P-2 normal"]);
    feed.more();
    await rested();
    expect(shown(feed)).toEqual(["P-1 unacknowledged", "P-2 normal", "P-3 normal", "P-4 normal"]);
  });

  it("TB8 an order in which older ones come in between has the past read on", async () => {
    past = [over("P-1", 9, "P4"), over("P-2", 8, "P3"), over("P-3", 7, "P2"), over("P-4", 6, "P1")];
    const feed = feedOf(lastDay);
    feed.more();
    await rested();
    expect(asked).toBe(1);
    feed.orderBy({ by: "priority", ascending: true });
    await rested();
    feed.look(true, true);
    expect(shown(feed).map((row) => row.slice(0, 3))).toEqual(["P-4", "P-3", "P-2", "P-1"]);
  });

  it("TB8 once the link is back, what ended meanwhile is known by the past read anew", async () => {
    const began = [alarmOf("P-1", 9), alarmOf("P-2", 8), over("P-3", 7)];
    alerts.set(began);
    past = began;
    const feed = feedOf(lastDay);
    feed.more();
    await rested();
    feed.more();
    await rested();
    past = [over("P-1", 9), alarmOf("P-2", 8), over("P-3", 7)];
    alerts.set([alarmOf("P-2", 8)]);
    feed.look(true, true);
    expect(shown(feed)).toEqual(["P-2 unacknowledged", "P-3 normal"]);
    asked = 0;
    await feed.again();
    feed.look(true, true);
    expect(shown(feed)).toEqual(["P-2 unacknowledged", "P-1 normal", "P-3 normal"]);
    expect(asked).toBe(2);
  });

  it("TB2 rows keep their places through all that is told while a hand is at the table", () => {
    alerts.set([alarmOf("P-1", 1)]);
    const feed = feedOf(usualAlarmFilter);
    alerts.set([alarmOf("P-2", 2, "P1"), alarmOf("P-1", 1, "P3", acknowledge(3))]);
    feed.look(true, false);
    expect(shown(feed)).toEqual(["P-1 acknowledged"]);
    expect(feed.book.waiting).toBe(1);
    feed.look(true, true);
    expect(shown(feed)).toEqual(["P-2 unacknowledged", "P-1 acknowledged"]);
  });
});
