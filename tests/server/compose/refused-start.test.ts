import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startCourtyard } from "../../../server/compose/courtyard.ts";
import { StartRefused } from "../../../server/compose/start-refused.ts";
import { readSettings } from "../../../server/settings/read-settings.ts";
import { HandDoors } from "./hand-doors.ts";

let folder = "";
let blocked: Server;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "courtyard-refused-"));
  blocked = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => blocked.once("listening", resolve));
});
afterEach(() => {
  blocked.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Why a start with these options is refused; `TAKEN` stands for a port in use, `HERE` for a folder of the test. */
async function refusal(options: readonly string[]): Promise<{ sentence: string; doors: HandDoors }> {
  const taken = String((blocked.address() as AddressInfo).port);
  const given = options.map((option) => option.replace("TAKEN", taken).replace("HERE", folder));
  const usual = ["--port", "0", "--mqtt-port", "0", "--simulator", "off", "--data", join(folder, "data")];
  const doors = new HandDoors();
  doors.nowMs = Date.UTC(2026, 10, 23);
  try {
    await startCourtyard(readSettings([...usual, ...given], {}), "0", doors);
  } catch (error) {
    if (error instanceof StartRefused) return { sentence: error.message, doors };
    throw error;
  }
  throw new Error("it started");
}

describe("a start that cannot be", () => {
  it.each([
    [["--port", "TAKEN"], "it is in use; choose another with --port"],
    [["--mqtt-port", "TAKEN", "--simulator", "off"], "it is in use; choose another with --mqtt-port"],
    [["--host", "192.0.2.99", "--insecure"], "this machine has no such address"],
    [["--community", "nowhere.json"], "it is not there; name a file, or one of: demo"],
    [["--community", "HERE"], "it is a folder"],
    [["--community", "HERE/broken.json"], "line 1"],
    [["--community", "HERE/broken.json", "--simulator", "on", "--mqtt-port", "1"], "line 1"],
    [["--simulator", "on", "--mqtt-port", "0"], "leave --mqtt-port 0 out"],
    [["--at", "1,1"], "--at is for a file"],
    [["--data", "HERE/file"], "cannot be used"],
    [["--data", "HERE/foreign"], "restore a backup"],
    [["--links-file", "HERE/no/links.json"], "it is not there"],
    [["--tls-cert", "HERE/no.pem", "--tls-key", "HERE/no.pem"], "--tls-cert"],
  ])("%j says why in one sentence, and leaves nothing behind", async (options, part) => {
    writeFileSync(join(folder, "broken.json"), '{ "type": "CityJSON", ');
    writeFileSync(join(folder, "file"), "");
    mkdirSync(join(folder, "foreign"));
    writeFileSync(join(folder, "foreign", "courtyard.db"), "a letter, and a long one ".repeat(500));
    const { sentence, doors } = await refusal(options);
    expect(sentence).toContain(part);
    expect(sentence).not.toContain("\n");
    // Links that were made before it failed are in the trail, whose head is told at its end.
    expect(doors.lines.filter((line) => !line.startsWith("audit head "))).toEqual([]);
    expect(doors.waiting).toBe(0);
    if (options[0] !== "--data") expect((await refusal(options)).sentence).toBe(sentence);
  });
});
