// The serving process of the benchmark: the real server with many devices, and beside it the peers' pages.
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { startCourtyard, type Courtyard } from "../../server/compose/courtyard.ts";
import type { Doors } from "../../server/compose/doors.ts";
import { machine } from "../../server/compose/machine.ts";
import { readSettings } from "../../server/settings/read-settings.ts";
import { answerWith } from "../processes/answering.ts";
import { ManyDevices } from "./many-devices.ts";
import type { PeersServer } from "./peers-server.ts";

export interface Opened {
  /** Signs in an operator, once. */
  readonly link: string;
  readonly peersUrl: string | null;
}

const doors: Doors = {
  ...machine,
  print: () => undefined,
  log: (sentence, about) => {
    if (about?.level === "error") process.stderr.write(`${sentence}\n`);
  },
};

/** A little less than what a server takes between two ticks without letting some wait. */
const introducedAtOnce = 15_000;

let folder: string;
let courtyard: Courtyard;
let peers: PeersServer | null = null;
let devices: ManyDevices;

const handlers = {
  /** @param pages the folder with the peers' built pages; null without peers, which then need not be installed. */
  async open(count: number, pages: string | null): Promise<Opened> {
    folder = await mkdtemp(join(tmpdir(), "courtyard-scene-"));
    const links = join(folder, "links.json");
    const asked = {
      port: "0",
      "mqtt-port": "0",
      simulator: "off",
      data: folder,
      "links-file": links,
      "requests-per-minute": "10000000",
    };
    const settings = readSettings(
      Object.entries(asked).flatMap(([name, value]) => [`--${name}`, value]),
      {},
    );
    courtyard = await startCourtyard(settings, "benchmark", doors);
    devices = new ManyDevices(courtyard.community, count);
    devices.moveIn(courtyard.rooms);
    for (let from = 0; from < count; from += introducedAtOnce) {
      devices.introduce(courtyard.rooms, from, from + introducedAtOnce);
      // oxlint-disable-next-line no-await-in-loop
      await pause(250);
    }
    if (pages !== null) {
      const { PeersServer } = await import("./peers-server.ts");
      peers = await PeersServer.open(pages, courtyard.community, devices);
    }
    const { operator } = JSON.parse(await readFile(links, "utf8")) as { readonly operator: string };
    return { link: operator, peersUrl: peers?.url ?? null };
  },

  /** Lets so many devices change so many times, `paceMs` apart: everybody is told at once. */
  async run(times: number, changes: number, paceMs: number): Promise<void> {
    for (let n = 0; n < times; n++) {
      const dueMs = performance.now() + paceMs;
      const changed = devices.change(courtyard.rooms, changes);
      peers?.send(changed);
      // oxlint-disable-next-line no-await-in-loop
      await pause(Math.max(0, dueMs - performance.now()));
    }
  },

  /** Whether each device is at work now. */
  states: (): Uint8Array => devices.states,

  async close(): Promise<void> {
    peers?.close();
    await courtyard.close();
    await rm(folder, { recursive: true, force: true });
  },
};
export type SceneServer = typeof handlers;
answerWith(handlers);
