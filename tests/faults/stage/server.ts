import { readFileSync } from "node:fs";
import type { Duty } from "../../../models/duty/duty.ts";
import { askServer } from "../../../server/commands/ask-server.ts";
import { startCourtyard } from "../../../server/compose/courtyard.ts";
import type { Doors } from "../../../server/compose/doors.ts";
import { machine } from "../../../server/compose/machine.ts";
import { controlSocketIn } from "../../../server/settings.ts";
import { readSettings } from "../../../server/settings/read-settings.ts";
import { enterBy, ServerProcess } from "../../server/compose/server-process.ts";

/** A server under test, in this process or in one of its own. */
export interface Server {
  readonly base: string;
  readonly mqttUrl: string;
  readonly community: string;
  readonly dataFolder: string;
  /** What it said to whoever looks after it. */
  readonly said: readonly string[];
  /** Bytes its process holds; null where that is our own. */
  memoryBytes(): number | null;
  ask(question: Readonly<Record<string, string>>): Promise<Readonly<Record<string, unknown>>>;
  /** Signs in by a fresh link. @returns the `Cookie` header. */
  enter(duty: Duty): Promise<string>;
  token(use: "ingest" | "devices" | "read", name?: string): Promise<string>;
  /** A GET as this person, or as nobody. */
  get(path: string, cookie?: string): Promise<unknown>;
  /** Told to end, as by whoever started it. */
  end(): Promise<void>;
}

export interface ProcessServer extends Server {
  readonly process: ServerProcess;
  kill(): Promise<void>;
}

abstract class AnyServer {
  abstract readonly said: readonly string[];
  base = "";
  mqttUrl = "";
  community = "";
  readonly dataFolder: string;

  constructor(dataFolder: string) {
    this.dataFolder = dataFolder;
  }

  async meet(): Promise<this> {
    const { httpUrl, mqttUrl, community } = await this.ask({ do: "status" });
    this.base = String(httpUrl);
    this.mqttUrl = String(mqttUrl);
    this.community = String(community);
    return this;
  }

  async ask(question: Readonly<Record<string, string>>): Promise<Readonly<Record<string, unknown>>> {
    const answer = await askServer(controlSocketIn(this.dataFolder), question);
    if (answer === null) throw new Error("no server runs there");
    return answer;
  }

  async enter(duty: Duty): Promise<string> {
    return enterBy(String((await this.ask({ do: "link", duty }))["link"]));
  }

  async token(use: string, name = "a case"): Promise<string> {
    return String((await this.ask({ do: "token", use, name }))["token"]);
  }

  async get(path: string, cookie?: string): Promise<unknown> {
    const answer = await fetch(`${this.base}${path}`, { headers: cookie === undefined ? {} : { cookie } });
    if (!answer.ok) throw new Error(`${path} answers ${answer.status}: ${await answer.text()}`);
    return answer.json();
  }
}

class ServerHere extends AnyServer implements Server {
  readonly said: string[] = [];
  #close = (): Promise<void> => Promise.resolve();

  async start(args: readonly string[], doors: Partial<Doors>): Promise<this> {
    const settings = readSettings([...args, "--data", this.dataFolder], {});
    const courtyard = await startCourtyard(settings, "0", {
      ...machine,
      print: () => undefined,
      log: (line) => void this.said.push(line),
      ...doors,
    });
    this.#close = () => courtyard.close();
    return this.meet();
  }

  memoryBytes(): null {
    return null;
  }

  end(): Promise<void> {
    return this.#close();
  }
}

class ServerApart extends AnyServer implements ProcessServer {
  readonly process: ServerProcess;

  constructor(dataFolder: string, args: readonly string[]) {
    super(dataFolder);
    this.process = startingApart(dataFolder, args);
  }

  get said(): readonly string[] {
    return this.process.errors;
  }

  memoryBytes(): number {
    const status = readFileSync(`/proc/${this.process.child.pid}/status`, "utf8");
    return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) * 1024;
  }

  async end(): Promise<void> {
    const code = await this.process.end();
    if (code !== 0) throw new Error(`the server ended with ${code}: ${this.said.join("\n")}`);
  }

  async kill(): Promise<void> {
    await this.process.end("SIGKILL");
  }
}

/** Starts a server in this process; `doors` replace the machine's own. */
export const serverHere = (
  dataFolder: string,
  args: readonly string[],
  doors: Partial<Doors> = {},
): Promise<Server> => new ServerHere(dataFolder).start(args, doors);

/** A server's process that is not waited for. */
export const startingApart = (dataFolder: string, args: readonly string[]): ServerProcess =>
  new ServerProcess([...args, "--data", dataFolder]);

/** Starts a server in a process of its own. */
export async function serverApart(dataFolder: string, args: readonly string[]): Promise<ProcessServer> {
  const server = new ServerApart(dataFolder, args);
  await server.process.ready();
  return server.meet();
}
