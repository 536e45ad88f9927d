import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Answered, Asked, Handlers } from "./answering.ts";

/** A process of a benchmark that is asked things, one after the other or at once. */
export class Child<H extends Handlers> {
  readonly #process: ChildProcess;
  readonly #waiting = new Map<number, { done: (value: unknown) => void; failed: (error: Error) => void }>();
  #asked = 0;

  constructor(file: URL, nodeArgs: readonly string[] = []) {
    this.#process = fork(fileURLToPath(file), [], {
      execArgv: ["--import", "tsx", "--expose-gc", ...nodeArgs],
      serialization: "advanced",
    });
    this.#process.on("message", (message) => this.#take(message as Answered));
    this.#process.on("exit", (code) => this.#end(new Error(`${file.pathname} ended with ${code}`)));
  }

  ask<Name extends keyof H & string>(
    name: Name,
    ...args: Parameters<H[Name]>
  ): Promise<Awaited<ReturnType<H[Name]>>> {
    const id = ++this.#asked;
    const answer = new Promise<unknown>((done, failed) => this.#waiting.set(id, { done, failed }));
    this.#process.send({ id, name, args } satisfies Asked);
    return answer as Promise<Awaited<ReturnType<H[Name]>>>;
  }

  stop(): void {
    this.#process.removeAllListeners("exit");
    this.#process.kill("SIGKILL");
  }

  #take({ id, value, error }: Answered): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error === null) waiting?.done(value);
    else waiting?.failed(new Error(error));
  }

  #end(error: Error): void {
    for (const { failed } of this.#waiting.values()) failed(error);
    this.#waiting.clear();
  }
}
