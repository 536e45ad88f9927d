import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readMappingFile } from "../../../models/mapping/mapping-file.ts";
import { ControlSocket } from "../../../server/commands/control-socket.ts";
import { replay } from "../../../server/replay/replay.ts";
import { controlSocketIn } from "../../../server/settings.ts";
import { doorBench } from "../ingest/door-bench.ts";

const closing: (() => unknown)[] = [];
/** Closes what a test opened, the last first. */
export async function closeAll(): Promise<void> {
  for (const close of closing.splice(0).toReversed()) await close();
}

/** Time that is always there already: a recording of days plays in a moment. */
function impatientTime() {
  let nowMs = 0;
  return {
    now: () => nowMs,
    after(delayMs: number, ring: () => void) {
      setImmediate(() => {
        nowMs += delayMs;
        ring();
      });
      return () => undefined;
    },
  };
}

export const neverRings = { now: () => 0, after: () => () => undefined };

/** A broker, a control socket and the model of a community with one building, as a running server has them. */
export async function runningServer() {
  const data = mkdtempSync(join(tmpdir(), "replay-"));
  closing.push(() => rmSync(data, { recursive: true }));
  const bench = doorBench();
  const { broker, url } = await bench.openBroker();
  closing.push(() => broker.close());
  const building = {
    id: "B-5",
    footprint: [
      [
        [0, 0],
        [10, 0],
        [10, 20],
        [0, 20],
      ],
    ],
    baseM: 1,
    heightM: 30,
  };
  const http = createServer((_, response) => void response.end(JSON.stringify({ buildings: [building] })));
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  closing.push(() => new Promise((resolve) => http.close(resolve)));
  const status = {
    httpUrl: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    mqttUrl: url,
    community: "demo",
    buildings: ["B-5"],
    dwellings: { "B-5": ["B-5-U1-F12-01"] },
  };
  const control = new ControlSocket(controlSocketIn(data), {
    makeLink: () => Promise.reject(new Error("no links here")),
    makeToken(use, name) {
      bench.credentials.set("secret", { name, use });
      return Promise.resolve({ token: "secret", name });
    },
    listTokens: () => [],
    endToken(name) {
      for (const [secret, credential] of bench.credentials)
        if (credential.name === name) bench.credentials.delete(secret);
      return Promise.resolve(true);
    },
    copyDatabase: () => Promise.reject(new Error("no database here")),
    verifyTrail: () => Promise.reject(new Error("no trail here")),
    status: () => status,
    useMapping(file) {
      const read = readMappingFile(file);
      if (!read.ok) return Promise.reject(new Error(`${read.where}: ${read.sentence.en}`));
      bench.mappings.take(read.file);
      return Promise.resolve(read.file.rows.length);
    },
    recordedDevices: (topics) => bench.foreign.countRecorded(topics),
  });
  await control.listen();
  closing.push(() => control.close());
  const fileOf = (name: string, text: string): string => {
    const file = join(data, name);
    writeFileSync(file, text);
    return file;
  };
  const said: string[] = [];
  const play = (file: string, more: object = {}, ending = new AbortController(), time = impatientTime()) =>
    replay(
      {
        file,
        building: "B-5",
        dwelling: null,
        mapping: null,
        speed: 60,
        data,
        broker: null,
        token: null,
        community: null,
        ...more,
      },
      { time, say: (sentence) => said.push(sentence), ended: ending.signal },
    );
  return { ...bench, fileOf, play, said, url };
}
