import { spawn, type ChildProcess } from "node:child_process";
import { join } from "node:path";
import { projectRoot } from "../../project-root.ts";

/** A server in a process of its own, as `npm start` runs it. */
export class ServerProcess {
  readonly child: ChildProcess;
  readonly lines: string[] = [];
  readonly errors: string[] = [];
  /** Exit code, or the signal that ended it. */
  readonly ended: Promise<number | string>;
  readonly #listeners = new Set<() => void>();

  constructor(args: readonly string[], program = "server/main.ts") {
    this.child = spawn(process.execPath, ["--import", "tsx", join(projectRoot, program), ...args], {
      cwd: projectRoot,
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.#read(this.child.stdout, this.lines);
    this.#read(this.child.stderr, this.errors);
    this.ended = new Promise((resolve) =>
      this.child.once("close", (code, signal) => resolve(code ?? signal ?? "")),
    );
  }

  #read(stream: ChildProcess["stdout"], lines: string[]): void {
    let rest = "";
    stream?.setEncoding("utf8").on("data", (text: string) => {
      const parts = (rest + text).split("\n");
      rest = parts.pop() ?? "";
      lines.push(...parts);
      for (const listener of this.#listeners) listener();
    });
  }

  /** @throws Error with what it said when it ends before it is ready. */
  async ready(): Promise<this> {
    const isReady = new Promise<true>((resolve) => {
      const look = (): void => void (this.lines.includes("ready") && resolve(true));
      this.#listeners.add(look);
      look();
    });
    const outcome = await Promise.race([isReady, this.ended]);
    if (outcome !== true) throw new Error(`ended with ${outcome}: ${this.errors.join("\n")}`);
    return this;
  }

  /** The printed link of a duty. */
  link(duty: string): string {
    return (
      this.lines
        .find((line) => line.startsWith(`${duty} `))
        ?.split(/\s+/)
        .at(-1) ?? ""
    );
  }

  get base(): string {
    return new URL(this.link("public")).origin;
  }

  async end(signal: NodeJS.Signals = "SIGTERM"): Promise<number | string> {
    this.child.kill(signal);
    return this.ended;
  }
}

/** Uses a one-time link. @returns the `Cookie` header of the session. */
export async function enterBy(link: string): Promise<string> {
  const answer = await fetch(link, { redirect: "manual" });
  const cookie = answer.headers.get("set-cookie")?.split(";")[0];
  if (answer.status !== 303 || cookie === undefined) throw new Error(`not let in: ${answer.status}`);
  return cookie;
}
