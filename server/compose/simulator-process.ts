import { spawn, type ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { RunningDrill } from "../../models/drill/drill.ts";
import { text } from "../../models/language/text.ts";
import { seconds } from "../../models/quantity.ts";
import type { Problems } from "../open/problems.ts";
import type { SimulatorOrder } from "../simulator/read-order.ts";
import type { Doors } from "./doors.ts";

const projectRoot = fileURLToPath(new URL("../../", import.meta.url));
const shortestWaitMs = 1 * seconds;
const longestWaitMs = 30 * seconds;
const steadyAfterMs = 60 * seconds;

const gone = text(
  "演示设备进程已退出，正在重新启动。",
  "The process of the demo devices has ended and is being started again.",
);

export interface SimulatorPlan {
  readonly broker: string;
  readonly token: string;
  readonly community: string;
  readonly seed: number;
  readonly scale: number;
  readonly rates: "demo" | "real";
  readonly clock: { readonly startMs: number; readonly startedAtWallMs: number; readonly rate: number };
}

/** The demo devices, in a process of their own that ends with ours and is started again when it dies. */
export class SimulatorProcess {
  readonly #plan: SimulatorPlan;
  readonly #doors: Doors;
  readonly #problems: Problems;
  #child: ChildProcess | null = null;
  #drill: RunningDrill | null = null;
  #startedMs = 0;
  #waitMs = shortestWaitMs;
  #callOff = (): void => undefined;
  #closed = false;

  constructor(plan: SimulatorPlan, doors: Doors, problems: Problems) {
    this.#plan = plan;
    this.#doors = doors;
    this.#problems = problems;
  }

  start(): void {
    const { broker, token, community, seed, scale, rates, clock } = this.#plan;
    const own = {
      COURTYARD_SIM_BROKER: broker,
      COURTYARD_SIM_TOKEN: token,
      COURTYARD_SIM_COMMUNITY: community,
      COURTYARD_SIM_SEED: String(seed),
      COURTYARD_SIM_SCALE: String(scale),
      COURTYARD_SIM_RATES: rates,
      COURTYARD_SIM_CLOCK_START_MS: String(clock.startMs),
      COURTYARD_SIM_CLOCK_WALL_MS: String(clock.startedAtWallMs),
      COURTYARD_SIM_CLOCK_RATE: String(clock.rate),
    };
    // Its standard input is the leash, and the line orders come by: when this process goes, however it goes, the pipe closes and the child ends.
    const child = spawn(process.execPath, ["--import", "tsx", "server/simulator/main.ts"], {
      cwd: projectRoot,
      env: { ...process.env, ...own },
      stdio: ["pipe", "ignore", "inherit"],
    });
    this.#child = child;
    this.#startedMs = this.#doors.monotonicMs();
    // A write to a child that is gone is no news; its exit is.
    child.stdin.on("error", () => undefined);
    child.once("error", () => this.#ended());
    child.once("exit", () => this.#ended());
    if (this.#drill !== null) this.#order();
  }

  /** The drill that runs from now on, also in a process started after this one; null for none. */
  play(drill: RunningDrill | null): void {
    this.#drill = drill;
    this.#order();
  }

  #order(): void {
    const order: SimulatorOrder = { drill: this.#drill };
    this.#child?.stdin?.write(`${JSON.stringify(order)}\n`);
  }

  #ended(): void {
    if (this.#child === null) return;
    this.#child = null;
    if (this.#closed) return;
    const livedMs = this.#doors.monotonicMs() - this.#startedMs;
    if (livedMs > steadyAfterMs) this.#waitMs = shortestWaitMs;
    this.#problems.raise({ address: "simulator", id: "ended", sentence: gone });
    this.#callOff = this.#doors.after(this.#waitMs, () => {
      this.start();
      this.#callOff = this.#doors.after(shortestWaitMs, () => this.#problems.end("simulator", "ended"));
    });
    this.#waitMs = Math.min(longestWaitMs, this.#waitMs * 2);
  }

  /** Asks it to end; takes it by the collar after a second. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#callOff();
    const child = this.#child;
    if (child === null) return;
    const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()));
    child.stdin?.end();
    const callOff = this.#doors.after(1 * seconds, () => child.kill("SIGKILL"));
    await exited;
    callOff();
  }
}
