import { execFile, spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Duty } from "../../models/duty/duty.ts";
import { projectRoot } from "../project-root.ts";

/** A server of its own, started as its users start it, with everything embedded and its data in a folder of its own. */
export interface Courtyard {
  readonly url: string;
  readonly mqttPort: number;
  readonly dataFolder: string;
  readonly pid: number;
  /** One-time links, one per duty; each works once. */
  readonly links: Readonly<Record<Duty, string>>;
  /** What it printed so far. */
  output(): string;
  /** A credential for devices, as its users make one: `npm run token -- devices`. */
  deviceToken(): Promise<string>;
  /** One more one-time link, as `npm run link` makes it. */
  link(duty: Duty, name?: string): Promise<string>;
  /** Ends the process with a signal and waits for it; the data stay. @returns its exit code. */
  end(signal?: NodeJS.Signals): Promise<number | null>;
  /** Ends it and removes its data. */
  close(): Promise<void>;
}

export interface CourtyardOptions {
  readonly args?: readonly string[];
  /** Data of an earlier server, for a restart; a new folder when absent. */
  readonly dataFolder?: string;
  readonly port?: number;
  readonly mqttPort?: number;
}

/** A port nobody listens on just now. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no free port");
  return address.port;
}

/** Starts the program and waits for its `ready`. @throws with all it printed when it ends or dallies. */
export async function startCourtyard(options: CourtyardOptions = {}): Promise<Courtyard> {
  const dataFolder = options.dataFolder ?? (await mkdtemp(join(tmpdir(), "courtyard-journey-")));
  const linksFile = join(dataFolder, "links.json");
  const port = options.port ?? (await freePort());
  const mqttPort = options.mqttPort ?? (await freePort());
  const child = spawn(
    process.execPath,
    [
      ...["--import", "tsx", "server/main.ts"],
      ...[
        "--port",
        String(port),
        "--mqtt-port",
        String(mqttPort),
        "--data",
        dataFolder,
        "--links-file",
        linksFile,
      ],
      ...(options.args ?? []),
    ],
    { cwd: projectRoot, stdio: ["ignore", "pipe", "pipe"] },
  );
  let printed = "";
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill("SIGKILL");
      reject(new Error(`not ready within 60 s; it printed:\n${printed}`));
    }, 60_000);
    const listen = (chunk: Buffer) => {
      printed += chunk.toString();
      if (!/^ready$/m.test(printed)) return;
      clearTimeout(timer);
      resolve();
    };
    child.stdout.on("data", listen);
    child.stderr.on("data", listen);
    child.once("exit", (code) => {
      clearTimeout(timer);
      reject(new Error(`ended with ${code} before it was ready; it printed:\n${printed}`));
    });
  });
  const end = async (signal: NodeJS.Signals = "SIGTERM"): Promise<number | null> => {
    child.kill(signal);
    return ended;
  };
  const command = async (name: string, ...args: readonly string[]): Promise<string> => {
    const words = ["--import", "tsx", `server/commands/${name}.ts`, ...args, "--data", dataFolder];
    return (await promisify(execFile)(process.execPath, words, { cwd: projectRoot })).stdout.trim();
  };
  return {
    url: `http://127.0.0.1:${port}`,
    mqttPort,
    dataFolder,
    pid: child.pid ?? 0,
    links: JSON.parse(await readFile(linksFile, "utf8")) as Record<Duty, string>,
    output: () => printed,
    deviceToken: () => command("token", "devices"),
    link: (duty, name) => command("link", duty, ...(name === undefined ? [] : ["--name", name])),
    end,
    async close() {
      await end();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}
