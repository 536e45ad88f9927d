import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect } from "vitest";
import { faultCase } from "../fault-case.ts";
import { joinDevices, station } from "../stage/devices.ts";
import { keptIn } from "../stage/kept.ts";
import { CarelessDisk, type DiskEvent } from "../stage/power-cut.ts";
import { canListen, heardIn, listenTo } from "../stage/system-calls.ts";

/** Packet ids of the acknowledgements in what was sent; none when it is something else. */
function acknowledgedIn(bytes: Buffer): number[] {
  const ids: number[] = [];
  for (let at = 0; at < bytes.length; at += 4) {
    if (bytes[at] !== 0x40 || bytes[at + 1] !== 2) return [];
    ids.push(bytes.readUInt16BE(at + 2));
  }
  return ids;
}

const filesIn = (folder: string): Map<string, Buffer> =>
  new Map(
    readdirSync(folder)
      .filter((name) => name.startsWith("courtyard.db"))
      .map((name) => [join(folder, name), readFileSync(join(folder, name))]),
  );

/** `device`, `device/property=value` or, of the tray, `device/property`, as `keptIn` tells it. */
type Promised = string;

faultCase({
  number: "F23",
  sentence:
    "the power is cut at any moment and unflushed writes are lost, torn or reordered: what was acknowledged is there",
  quick: { devices: 15, cuts: 12 },
  long: { devices: 1_000, cuts: 2_000 },
  async act(stage, { devices: count, cuts }) {
    if (!canListen()) return console.log("F23 skipped: strace is not there, or may not listen");
    const server = await stage.openApart();
    const devices = await joinDevices(stage, server);
    const trace = join(stage.folder, "calls");
    // Nobody writes yet, so all that is there has been flushed.
    const disk = new CarelessDisk(filesIn(stage.data));
    const listener = await listenTo(server.process.child.pid ?? 0, trace);
    const promised = new Map<number, Promised>();
    devices.client.on("packetsend", (packet) => {
      if (packet.cmd !== "publish" || packet.messageId === undefined) return;
      const [, , device = "", property = ""] = packet.topic.split("/");
      const isReading = property === "temperature";
      const promise = property === "$describe" ? device : `${device}/${property}`;
      promised.set(
        packet.messageId,
        isReading ? `${promise}=${JSON.parse(String(packet.payload)).value}` : promise,
      );
    });
    for (let n = 0; n < count; n++) {
      await devices.describe(`device-${n}`, station);
      await Promise.all([
        devices.read(`device-${n}`, "temperature", n % 40, Date.now()),
        devices.say(`stranger-${n}/level`, "1"),
      ]);
    }
    await server.kill();
    await listener.ended;
    stage.server = null;

    const events = heardIn(trace, stage.data);
    const ends = events.flatMap((event, at) =>
      event.what === "sent" && acknowledgedIn(event.bytes).length > 0 ? [at] : [],
    );
    expect(ends.length).toBeGreaterThan(count);
    // Just after an acknowledgement is when a promise is youngest; any other moment is as good.
    const moments = Array.from({ length: cuts }, (_, n) => {
      const chosen = stage.random();
      return n % 2 === 0 ? ends[Math.floor(chosen * ends.length)]! : Math.floor(chosen * events.length);
    }).toSorted((a, b) => a - b);
    const due = new Set<Promised>();
    let at = 0;
    for (const [cut, moment] of moments.entries()) {
      for (; at <= moment; at++) takeIn(events[at]!, disk, promised, due);
      const folder = join(stage.folder, `after-${cut}`);
      mkdirSync(folder);
      for (const [path, bytes] of disk.afterPowerCut(stage.random))
        writeFileSync(join(folder, basename(path)), bytes);
      const kept = await keptIn(join(folder, "courtyard.db"), server.community);
      expect(
        [...due].filter((promise) => !kept.has(promise)),
        `cut ${cut} after event ${moment}`,
      ).toEqual([]);
    }
  },
});

function takeIn(
  event: DiskEvent,
  disk: CarelessDisk,
  promised: ReadonlyMap<number, Promised>,
  due: Set<Promised>,
): void {
  disk.take(event);
  if (event.what !== "sent") return;
  for (const id of acknowledgedIn(event.bytes)) {
    const promise = promised.get(id);
    if (promise !== undefined) due.add(promise);
  }
}
