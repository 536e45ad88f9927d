import { describe, expect, it } from "vitest";
import { healthAnswer } from "../../../../client/desks/administrator/answers.ts";
import { roomRows } from "../../../../client/desks/administrator/room-figures.ts";
import { formatsFor } from "../../../../client/language/formats.ts";
import { roomNames } from "../../../../client/language/names/room-names.ts";
import type { MessageKey } from "../../../../client/language/messages.ts";
import { quietFigures } from "../../../server/open/quiet-figures.ts";

const words = {
  language: "en" as const,
  t: (key: MessageKey) => key,
  say: ({ en }: { readonly en: string }) => en,
  choose: () => undefined,
};
const sentence = { "zh-CN": "满", en: "Full." };
const health = healthAnswer.parse({
  status: "degraded",
  problems: [{ address: "history/staff", id: "full", sentence, gravity: "degraded", sinceMs: 5 }],
  figures: quietFigures,
  clock: "",
  points: 48_012,
  devices: 11_300,
  sessions: 1,
  version: "0.1.0",
});

describe("the rooms of the server", () => {
  const rows = roomRows(health, words, formatsFor("en", "Asia/Shanghai"), 90_000);

  it("all have a name, and say which of them has the problem", () => {
    for (const { room } of rows) expect(roomNames.has(room)).toBe(true);
    expect(rows.filter(({ isTroubled }) => isTroubled).map(({ room }) => room)).toEqual(["history"]);
  });

  it("show their figures with units, and leave out what the machine does not tell", () => {
    const all = new Map(rows.flatMap(({ figures }) => figures));
    expect(all.get("health.up")).toBe("90 s");
    expect(all.get("office.points")).toBe("48,012");
    expect(all.get("health.databaseSize")).toBe("4.1 kB");
    expect(all.get("health.deviceConnections")).toBe("health.noBroker");
    expect(all.has("health.free")).toBe(false);
  });
});
