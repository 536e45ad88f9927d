import { describe, expect, it } from "vitest";
import { WriteBehind } from "../../../server/store/write-behind.ts";

interface Row {
  readonly key: string;
  readonly value: number;
}
const written: Row[][] = [];
const plan = (write: (rows: readonly Row[]) => Promise<void>, most = 10) => ({
  keyOf: ({ key }: Row) => key,
  write,
  most,
  onDropped: () => void dropped++,
});
let dropped = 0;

describe("rows written behind", () => {
  it("go together, the newest of each key", async () => {
    written.length = 0;
    const behind = new WriteBehind<Row>(plan(async (rows) => void written.push([...rows])));
    behind.put({ key: "a", value: 1 });
    behind.put({ key: "b", value: 2 });
    behind.put({ key: "a", value: 3 });
    await behind.flush();
    await behind.flush();
    expect(written).toEqual([
      [
        { key: "a", value: 3 },
        { key: "b", value: 2 },
      ],
    ]);
    expect(behind.size).toBe(0);
  });

  it("wait for the next time when the store fails, without undoing what is newer", async () => {
    written.length = 0;
    let broken = true;
    const behind = new WriteBehind<Row>(
      plan(async (rows) => {
        if (broken) throw new Error("full");
        written.push([...rows]);
      }),
    );
    behind.put({ key: "a", value: 1 });
    const failing = behind.flush();
    behind.put({ key: "a", value: 2 });
    await expect(failing).rejects.toThrow("full");
    broken = false;
    await behind.flush();
    expect(written).toEqual([[{ key: "a", value: 2 }]]);
  });

  it("are settled at once when nothing waits, else with the writing", async () => {
    let broken = true;
    const behind = new WriteBehind<Row>(
      plan(async () => {
        if (broken) throw new Error("full");
      }),
    );
    await behind.settled();
    behind.put({ key: "a", value: 1 });
    await expect(behind.settled()).rejects.toThrow("full");
    const failing = behind.flush();
    const underWay = behind.settled();
    await expect(failing).rejects.toThrow("full");
    await expect(underWay).rejects.toThrow("full");
    broken = false;
    await behind.settled();
    expect(behind.size).toBe(0);
  });

  it("are settled for nobody before they are written, whoever began to write them", async () => {
    const ends: (() => void)[] = [];
    const behind = new WriteBehind<Row>(plan(() => new Promise<void>((end) => ends.push(end))));
    const settled = new Set<string>();
    const say = (key: string): void => {
      behind.put({ key, value: 1 });
      void behind.settled().then(() => settled.add(key));
    };
    say("a");
    // Both wait for the first writing, and the one that goes on first takes the other's row along.
    say("b");
    say("c");
    ends.shift()?.();
    await expect.poll(() => ends.length).toBe(1);
    await new Promise((resolve) => setImmediate(resolve));
    expect([...settled]).toEqual(["a"]);
    ends.shift()?.();
    await expect.poll(() => [...settled].toSorted()).toEqual(["a", "b", "c"]);
  });

  it("are merged when asked to, also those that could not be written", async () => {
    let broken = true;
    let sum = 0;
    const behind = new WriteBehind<Row>({
      ...plan(async (rows) => {
        if (broken) throw new Error("full");
        for (const { value } of rows) sum += value;
      }),
      merge: (waiting, newer) => ({ ...newer, value: waiting.value + newer.value }),
    });
    behind.put({ key: "a", value: 1 });
    behind.put({ key: "a", value: 10 });
    const failing = behind.flush();
    behind.put({ key: "a", value: 100 });
    await expect(failing).rejects.toThrow("full");
    broken = false;
    await behind.flush();
    expect(sum).toBe(111);
  });

  it("are never more than the limit; what is dropped is counted", () => {
    dropped = 0;
    const behind = new WriteBehind<Row>(plan(async () => undefined, 2));
    for (const key of ["a", "b", "c", "a"]) behind.put({ key, value: 0 });
    expect([behind.size, dropped]).toEqual([2, 1]);
  });
});
