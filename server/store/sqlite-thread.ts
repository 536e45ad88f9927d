import { Worker } from "node:worker_threads";
import { isTrouble, StoreError } from "./store-error.ts";

export type Parameter = null | number | string | Uint8Array;
export type Request = { readonly id: number } & (
  | { readonly sql: string; readonly parameters: readonly Parameter[] }
  | { readonly close: true }
);
export type Response = { readonly id: number } & (
  | { readonly rows: readonly Record<string, unknown>[]; readonly changes: number }
  | { readonly failed: { readonly message: string; readonly code: number } }
);

export interface Outcome {
  readonly rows: readonly Record<string, unknown>[];
  readonly changes: number;
}

/** Told when the disk or the thread fails, and (null) when a statement succeeds again. */
export type TroubleListener = (trouble: StoreError | null) => void;

interface Waiting {
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (error: StoreError) => void;
}

/** A thread that keeps dying is not started again sooner than this. */
const restartAfterMs = 1000;
const openingId = 0;

/**
 * SQLite in a worker thread. When the thread dies every waiting call is rejected and the next call starts a new
 * thread; `generation` tells the threads apart, so that no transaction goes on in a thread it did not begin in.
 */
export class SqliteThread {
  readonly #file: string;
  readonly #nowMs: () => number;
  readonly #onTrouble: TroubleListener;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | null = null;
  #opening: Promise<Outcome> | null = null;
  #nextId = 1;
  #generation = 0;
  #diedAtMs = Number.NEGATIVE_INFINITY;
  #troubled = false;
  #closed = false;
  /** Until it was open once, its troubles are told to whoever opens it. */
  #wasOpen = false;

  constructor(file: string, nowMs: () => number, onTrouble: TroubleListener) {
    this.#file = file;
    this.#nowMs = nowMs;
    this.#onTrouble = onTrouble;
  }

  get generation(): number {
    return this.#generation;
  }

  /** @throws StoreError when the file cannot be opened or another process holds it. */
  async open(): Promise<void> {
    await this.#thread();
    this.#wasOpen = true;
  }

  /** @throws StoreError, also when the thread of `generation` is no more. */
  async run(sql: string, parameters: readonly Parameter[], generation?: number): Promise<Outcome> {
    await this.#thread();
    if (generation !== undefined && generation !== this.#generation)
      throw new StoreError(0, "the store was restarted in the middle of a transaction");
    return this.#ask((id) => ({ id, sql, parameters }));
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    const worker = this.#worker;
    if (worker === null) return;
    const gone = new Promise((resolve) => worker.once("exit", resolve));
    await this.#ask((id) => ({ id, close: true })).catch(() => worker.terminate());
    await gone;
  }

  /** The thread dies as if it had crashed. */
  async kill(): Promise<void> {
    await this.#worker?.terminate();
  }

  async #thread(): Promise<void> {
    if (this.#closed) throw new StoreError(0, "the store is closed");
    this.#opening ??= this.#start();
    await this.#opening;
  }

  #start(): Promise<Outcome> {
    if (this.#nowMs() - this.#diedAtMs < restartAfterMs) {
      return this.#over(
        Promise.reject(new StoreError(0, "the store is being restarted; try again in a second")),
      );
    }
    const worker = new Worker(new URL("sqlite-worker.js", import.meta.url), {
      workerData: { file: this.#file },
    });
    this.#worker = worker;
    this.#generation += 1;
    worker.on("message", (response: Response) => this.#answer(response));
    worker.on("error", (error) => this.#died(worker, error.message));
    worker.on("exit", (code) => this.#died(worker, `the thread of the store ended with code ${code}`));
    const opened = new Promise<Outcome>((resolve, reject) =>
      this.#waiting.set(openingId, { resolve, reject }),
    );
    return this.#over(opened, () => {
      this.#worker = null;
      void worker.terminate();
    });
  }

  /** A failed opening is forgotten, so that the next call tries again. */
  #over(opening: Promise<Outcome>, undo?: () => void): Promise<Outcome> {
    opening.catch(() => {
      this.#opening = null;
      undo?.();
    });
    return opening;
  }

  #ask(request: (id: number) => Request): Promise<Outcome> {
    const worker = this.#worker;
    if (worker === null) return Promise.reject(new StoreError(0, "the store is not open"));
    const id = this.#nextId++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      worker.postMessage(request(id));
    });
  }

  #answer(response: Response): void {
    const waiting = this.#waiting.get(response.id);
    this.#waiting.delete(response.id);
    if ("failed" in response) {
      const error = new StoreError(response.failed.code, response.failed.message);
      if (isTrouble(error.code)) this.#trouble(error);
      waiting?.reject(error);
      return;
    }
    if (this.#troubled && response.changes > 0) this.#trouble(null);
    waiting?.resolve(response);
  }

  #died(worker: Worker, why: string): void {
    if (worker !== this.#worker) return;
    this.#worker = null;
    this.#opening = null;
    this.#diedAtMs = this.#nowMs();
    const error = new StoreError(0, why);
    if (!this.#closed) this.#trouble(error);
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }

  #trouble(trouble: StoreError | null): void {
    if (!this.#wasOpen) return;
    this.#troubled = trouble !== null;
    this.#onTrouble(trouble);
  }
}
