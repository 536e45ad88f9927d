import { beforeEach, describe, expect, it } from "vitest";
import { duties, type Authority } from "../../../models/duty/duty.ts";
import { dwellingId, ownChannel, publicChannel, sessionId } from "../../../models/ids.ts";
import { minutes } from "../../../models/quantity.ts";
import type { Answer } from "../../../models/stream/messages.ts";
import type { TrailEntry } from "../../../server/audit/entry.ts";
import { PersonalReads } from "../../../server/audit/personal-reads.ts";
import { turn } from "./harbour.ts";
import { RecordingWire } from "./recording-wire.ts";
import { box, callerKind, Town } from "./town.ts";

const home = dwellingId("home-a");
const me = sessionId("me");
const resident: Authority = { duty: "resident", dwelling: home };

/** A trail that keeps what it is told, when it can be written. */
class Book {
  readonly entries: TrailEntry[] = [];
  full = false;
  readonly #waiting: (() => void)[] = [];
  slow = false;

  async before<Result>(entry: TrailEntry, act: (tx: never) => Promise<Result>): Promise<Result> {
    if (this.slow) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    if (this.full) throw new Error("the disk is full");
    this.entries.push(entry);
    return act(undefined as never);
  }
  release(): void {
    this.slow = false;
    for (const go of this.#waiting.splice(0)) go();
  }
}

let book: Book;
let town: Town;
beforeEach(() => {
  book = new Book();
  const reads: PersonalReads = new PersonalReads(book, () => town.nowMs);
  town = new Town({ reads });
  town.twin.addDevice(box("box-home", home));
  town.twin.addDevice(box("box-yard", null));
  town.tick();
});

/** Asks for everything the welcome offers. */
function watch(client: RecordingWire): () => Answer<unknown> | null {
  let heard: Answer<unknown> | null = null;
  const channels = client.hello().channels.map(({ channel, epoch }) => ({ channel, epoch, tick: null }));
  client.session.receive("watch", { channels, records: null }, (answer) => (heard = answer));
  return () => heard;
}
const indexOf = (client: RecordingWire, channel: string): number =>
  client.hello().channels.find((head) => head.channel === channel)?.index ?? -1;
const channelsIn = (client: RecordingWire): Set<number> =>
  new Set(client.taken().map(({ channel }) => channel));
async function live(ticks: number): Promise<void> {
  for (let n = 0; n < ticks; n += 1) {
    town.report("box-home", "use", n);
    town.report("box-yard", "air", n);
    town.tick();
    await turn();
  }
}

describe("readings of a home", () => {
  it("AU9 are sent only after the trail tells who reads them and why", async () => {
    book.slow = true;
    const client = new RecordingWire(town, resident, me);
    const answer = watch(client);
    const own = indexOf(client, ownChannel(home));
    await live(30);
    expect(answer()).toBeNull();
    expect(client.taken()).toEqual([]);
    book.release();
    await live(3);
    expect(book.entries).toEqual([
      { act: "personal-read", who: me, subject: home, detail: { purpose: "own-home" } },
    ]);
    expect(answer()).toMatchObject({ ok: true });
    expect(channelsIn(client)).toContain(own);
  });

  it("AU9 are written down once an hour, whatever the number of ticks, sockets and questions", async () => {
    const clients = [1, 2, 3].map(() => new RecordingWire(town, resident, me));
    for (const client of clients) watch(client);
    await live(5);
    expect(book.entries).toHaveLength(1);
    town.nowMs += 54 * minutes;
    await live(15);
    expect(book.entries).toHaveLength(1);
    town.nowMs += 1 * minutes;
    await live(15);
    expect(book.entries).toHaveLength(2);
    const other = new RecordingWire(town, resident, sessionId("other"));
    watch(other);
    await live(2);
    expect(book.entries.map(({ who }) => who)).toEqual([me, me, "other"]);
  });

  it("AU9 are withheld while the trail cannot be written; what is public goes on, and they come back", async () => {
    const client = new RecordingWire(town, resident, me);
    watch(client);
    const [own, all] = [indexOf(client, ownChannel(home)), indexOf(client, publicChannel)];
    await live(3);
    expect(channelsIn(client)).toEqual(new Set([own, all]));
    book.full = true;
    town.nowMs += 61 * minutes;
    await live(5);
    client.taken();
    await live(40);
    client.say("drawn", { channels: [{ channel: publicChannel, tick: town.twin.state.tick }] });
    await live(10);
    expect(channelsIn(client)).toEqual(new Set([all]));
    book.full = false;
    client.events.length = 0;
    await live(15);
    expect(client.events.some(({ event }) => event === "welcome")).toBe(true);
    watch(client);
    await live(3);
    expect(channelsIn(client)).toContain(own);
  });

  it("AU9 are withheld from a client of JSON as well", async () => {
    book.full = true;
    const client = new RecordingWire(town, resident, me);
    const told = (): Set<string> =>
      new Set(
        client.events
          .splice(0)
          .flatMap((each) => (each.event === "readings" ? each.payload.readings : []))
          .map(({ device }) => device),
      );
    await live(35);
    expect(told()).toEqual(new Set(["box-yard"]));
    book.full = false;
    await live(45);
    expect(told()).toEqual(new Set(["box-yard", "box-home"]));
    expect(book.entries).toHaveLength(1);
  });

  it("AU9 need no entry of anybody who gets none", async () => {
    for (const duty of duties.filter((each) => each !== "resident")) {
      const client = new RecordingWire(town, { duty, dwelling: null }, sessionId(duty));
      watch(client);
    }
    await live(15);
    expect(book.entries).toEqual([]);
  });
});

describe("an alarm of a home", () => {
  it("AU10 is told to staff at once, and the trail says to whom", async () => {
    town.twin.addDevice(box("caller-a", home, { kind: callerKind.id, points: callerKind.points }));
    town.tick(30);
    const staff = ["operator", "supervisor", "planner"] as const;
    const clients = staff.map((duty) => new RecordingWire(town, { duty, dwelling: null }, sessionId(duty)));
    for (const client of clients) client.watchAll();
    book.full = true;
    town.report("caller-a", "call", 2000);
    town.tick(2);
    expect(clients.map(({ events }) => events.filter(({ event }) => event === "record").length)).toEqual([
      1, 1, 0,
    ]);
    await turn();
    book.full = false;
    town.report("caller-a", "call", 0);
    town.tick(2);
    await turn();
    expect(book.entries.map(({ who, subject, detail }) => [who, subject, detail["purpose"]])).toEqual([
      ["operator", home, "alarm"],
      ["supervisor", home, "alarm"],
    ]);
  });
});
