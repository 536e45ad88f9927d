import { expect } from "vitest";
import type { DeviceId } from "../../../models/ids.ts";
import { faultCase } from "../fault-case.ts";
import { trayOf } from "../invariants/server-view.ts";
import { joinDevices, station } from "../stage/devices.ts";
import { until } from "../stage/waiting.ts";

const names = [
  "<img src=x onerror=alert(1)>",
  "</script><script>alert(1)</script>",
  "\u202Eetats\u202C right to left",
  "=cmd|' /C calc'!A0",
  "{{constructor.constructor('alert(1)')()}}",
  "👩‍👩‍👧‍👧🏳️‍🌈".repeat(8),
  "line\none\u0000two\r\nlog entry",
  "__proto__",
];

faultCase({
  number: "F13",
  sentence:
    "names that are attacks arrive as the text they are, too long ones wait in the tray, and no log line is forged",
  quick: { rounds: 1 },
  long: { rounds: 50 },
  async act(stage, { rounds }) {
    const server = await stage.open();
    const operator = await stage.watch("operator");
    const devices = await joinDevices(stage, server);
    for (let round = 0; round < rounds; round++) {
      for (const [n, name] of names.entries())
        await devices.describe(`named-${n}`, { ...station, name: { en: name } });
    }
    await devices.say("too-long/$describe", JSON.stringify({ ...station, name: { en: "x".repeat(10_000) } }));
    stage.ledger.trayed.add("too-long");
    await devices.say(`${encodeURIComponent("<b>")}/level`, "=1+1");
    expect(await trayOf(server)).toContain("too-long");
    await until("all are named", () => {
      operator.replica.commit();
      return names.every((_, n) => operator.replica.deviceOf(`named-${n}` as DeviceId) !== undefined);
    });
    for (const [n, name] of names.entries())
      expect(operator.replica.deviceOf(`named-${n}` as DeviceId)?.device.name.en).toBe(name);
    const answer = await fetch(`${server.base}/api/v1/points?device=named-0`);
    expect(answer.headers.get("content-type")).toMatch(/^application\/json/);
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    expect(server.said.filter((line) => line.includes("log entry"))).toEqual([]);
    expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain("en");
  },
});
