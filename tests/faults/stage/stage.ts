import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { mulberry32 } from "../../../models/communities/mulberry32.ts";
import { anyone, type Authority, type Duty } from "../../../models/duty/duty.ts";
import { dwellingId } from "../../../models/ids.ts";
import type { Doors } from "../../../server/compose/doors.ts";
import type { Heard } from "../invariants/freshness.ts";
import type { SecretWord } from "../invariants/projection.ts";
import { freePort } from "./free-port.ts";
import { Ledger } from "./ledger.ts";
import { type ProcessServer, type Server, serverApart, serverHere, startingApart } from "./server.ts";
import { Spectator, type SpectatorOptions } from "./spectator.ts";
import { TcpProxy } from "./tcp-proxy.ts";
import { pause } from "./waiting.ts";

/** Where a case plays: a data folder, its server, who watches, and what the server promised. All of it ends with the case. */
export class Stage {
  readonly folder = mkdtempSync(join(tmpdir(), "courtyard-fault-"));
  readonly ledger = new Ledger();
  readonly spectators: Spectator[] = [];
  readonly secrets: SecretWord[] = [];
  /** Points whose silence is to be noticed. */
  readonly heard = new Map<string, Heard>();
  /**
   * How long after the case everybody may take to show what the server has; a busy machine is given more time than a
   * quiet one needs.
   */
  healsWithinMs = 30_000;
  /** A number in 0 ≤ x < 1, the same each time for the same seed. */
  readonly random: () => number;
  /** The server that runs now. */
  server: Server | null = null;
  readonly #endings: (() => Promise<unknown> | void)[] = [];
  #ports: readonly [number, number] | null = null;

  constructor(seed: number) {
    this.random = mulberry32(seed);
  }

  get data(): string {
    return join(this.folder, "data");
  }

  /** The same ports at every start, so that those who were connected find their way back. */
  async #args(more: readonly string[]): Promise<string[]> {
    this.#ports ??= [await freePort(), await freePort()];
    const [port, mqttPort] = this.#ports;
    const broker = more.includes("--broker") ? [] : ["--mqtt-port", String(mqttPort)];
    return ["--port", String(port), ...broker, "--simulator", "off", ...more];
  }

  /** Starts the server in this process. */
  async open(args: readonly string[] = [], doors: Partial<Doors> = {}): Promise<Server> {
    const server = await serverHere(this.data, await this.#args(args), doors);
    this.server = server;
    this.atEnd(() => server.end());
    return server;
  }

  /** Starts the server in a process of its own, which can be killed. */
  async openApart(args: readonly string[] = []): Promise<ProcessServer> {
    const server = await serverApart(this.data, await this.#args(args));
    this.server = server;
    this.atEnd(() => server.kill());
    return server;
  }

  /** A start that is cut short after so many milliseconds. */
  async killedStart(afterMs: number): Promise<void> {
    const starting = startingApart(this.data, await this.#args([]));
    await pause(afterMs);
    await starting.end("SIGKILL");
  }

  /** Somebody of this duty watches from now on, signed in unless they are the public. */
  async watch(duty: Duty, options: SpectatorOptions = {}): Promise<Spectator> {
    const { server } = this;
    if (server === null) throw new Error("nothing runs that could be watched");
    const cookie = duty === "public" ? "" : await server.enter(duty);
    const authority = duty === "public" ? anyone : await authorityOf(server, cookie);
    const spectator = new Spectator(server.base, authority, cookie, options);
    this.spectators.push(spectator);
    this.atEnd(() => spectator.close());
    return spectator;
  }

  /** A way to this address that the case can break. */
  async proxy(address: string): Promise<TcpProxy> {
    const { hostname, port } = new URL(address);
    const proxy = await new TcpProxy(hostname, Number(port)).listen();
    this.atEnd(() => proxy.close());
    return proxy;
  }

  /** Nobody but people of these duties may be told this word. */
  secret(word: string, ...forDuties: Duty[]): void {
    this.secrets.push({ word, forDuties });
  }

  /** Done when the case is over, the last first. */
  atEnd(end: () => Promise<unknown> | void): void {
    this.#endings.push(end);
  }

  async close(): Promise<void> {
    for (const end of this.#endings.splice(0).toReversed()) {
      // What a case broke must not keep the rest from ending.
      await Promise.resolve(end()).catch(() => undefined);
    }
    rmSync(this.folder, { recursive: true, force: true });
  }
}

interface SessionAnswer {
  readonly duty: Duty;
  readonly dwelling: { readonly id: string } | null;
}

async function authorityOf(server: Server, cookie: string): Promise<Authority> {
  const { duty, dwelling } = (await server.get("/api/v1/session", cookie)) as SessionAnswer;
  return { duty, dwelling: dwelling === null ? null : dwellingId(dwelling.id) };
}
