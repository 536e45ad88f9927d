import { connect } from "node:net";
import { expect } from "vitest";
import { faultCase } from "../fault-case.ts";
import { joinDevices, station } from "../stage/devices.ts";
import { postBody } from "../stage/readings.ts";
import type { Server } from "../stage/server.ts";

/** Says this and waits. @returns all that was answered until the server ended the connection. */
function say({ base }: Server, words: string): Promise<string> {
  const { hostname, port } = new URL(base);
  return new Promise((resolve) => {
    let heard = "";
    const socket = connect(Number(port), hostname, () => void socket.write(words));
    socket.on("data", (bytes) => (heard += String(bytes)));
    socket.on("error", () => undefined);
    socket.on("close", () => resolve(heard));
  });
}

const hostile = [
  ["[".repeat(100_000), 400],
  ['[{"device":"station-1","property":"temperature","value":1e999}]', 200],
  ['[{"__proto__":{"isAdmin":true},"device":"station-1","property":"temperature","value":1}]', 200],
  ['[{"device":"station-1","device":"station-2","property":"temperature","value":2}]', 200],
] as const;

faultCase({
  number: "A18-A23",
  sentence: "slow, broken and hostile HTTP is answered or ended, and others are served",
  quick: { rounds: 1, patient: false },
  // With the one that needs patience: headers that never end.
  long: { rounds: 30, patient: true },
  async act(stage, { rounds, patient }) {
    const server = await stage.open();
    const devices = await joinDevices(stage, server);
    const token = await server.token("ingest");
    await devices.describe("station-1", station);
    await stage.watch("public");
    for (let round = 0; round < rounds; round++) {
      expect(await say(server, "nonsense\r\n\r\n")).toMatch(/^HTTP\/1\.1 400 /);
      expect(await say(server, `GET / HTTP/1.1\r\nX: ${"a".repeat(20_000)}\r\n\r\n`)).toMatch(
        /^HTTP\/1\.1 431 /,
      );
      expect(
        await say(server, "POST /api/v1/readings HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n"),
      ).toMatch(/^HTTP\/1\.1 400 /);
      const smuggled =
        "POST /health HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n";
      expect(await say(server, smuggled)).toMatch(/^HTTP\/1\.1 400 /);
      for (const [body, status] of hostile)
        expect((await postBody(server, token, body)).status, body.slice(0, 80)).toBe(status);
      for (const method of ["DELETE", "PUT", "TRACE"] as const) {
        const answer = await say(
          server,
          `${method} /socket.io/?EIO=4&transport=polling HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`,
        );
        expect(answer, method).toMatch(/^HTTP\/1\.1 4\d\d /);
      }
    }
    if (patient) expect(await say(server, "GET / HTTP/1.1\r\nHost: a\r\n")).toMatch(/^HTTP\/1\.1 408 /);
    expect(Object.hasOwn(Object.prototype, "isAdmin")).toBe(false);
  },
});
