import type { Socket } from "node:net";
import { Duplex } from "node:stream";
import { seconds } from "../../../models/quantity.ts";
import type { Timers } from "../doors.ts";
import { PacketMeter } from "./packet-meter.ts";
import type { WorkBudget } from "./work-budget.ts";

/** So much is handed on before asking again whether there is time for more: some hundreds of small messages. */
const sliceBytes = 16_384;

export interface Guard {
  readonly budget: WorkBudget;
  readonly timers: Timers;
  readonly monotonicMs: () => number;
  readonly mostPacketBytes: number;
  readonly refused: (why: "oversize" | "malformed") => void;
  /** Called each time the connection begins to be held back for sending too much. */
  readonly throttled: () => void;
}

/**
 * A socket seen through a guard: a packet over the limit ends it before a byte of the packet is kept, and one that
 * sends faster than it may is read more slowly, so that nothing is lost and nobody else waits.
 */
export class GuardedConnection extends Duplex {
  readonly remoteAddress: string;
  /** Messages a second this connection may send; it may save up two seconds of them. */
  messagesPerSecond: number;

  readonly #socket: Socket;
  readonly #guard: Guard;
  readonly #meter: PacketMeter;
  #allowance: number;
  #refilledMs: number;
  #held: Buffer | null = null;
  /** Whether the sender is done, and whether the reader was told. */
  #over = false;
  #told = false;
  /** What waits until the socket takes more. */
  #waiting: (() => void) | null = null;
  /** Whether the reader is done with what it was given. */
  #wanted = false;
  #flooding = false;
  /** When the last slice was handed on: what passes until more is asked for is work. */
  #handedMs: number;

  constructor(socket: Socket, guard: Guard, messagesPerSecond: number) {
    // Nothing is read ahead: what waits, waits with the sender.
    super({ readableHighWaterMark: 1 });
    this.remoteAddress = socket.remoteAddress ?? "";
    this.messagesPerSecond = messagesPerSecond;
    this.#socket = socket;
    this.#guard = guard;
    this.#meter = new PacketMeter(guard.mostPacketBytes);
    this.#allowance = 2 * messagesPerSecond;
    this.#refilledMs = guard.monotonicMs();
    this.#handedMs = this.#refilledMs;
    socket.setNoDelay(true);
    socket.on("data", (chunk: Buffer) => this.#arrived(chunk));
    const over = (): void => {
      this.#over = true;
      this.#tellEnd();
    };
    socket.on("end", over);
    // A peer that resets its connection is gone, no more: it closes then.
    socket.on("error", () => undefined);
    socket.on("close", () => {
      this.#goOn();
      over();
    });
    socket.on("drain", () => this.#goOn());
    this.once("end", () => this.destroy());
  }

  /** What was sent before the end is handed on before the end is. */
  #tellEnd(): void {
    if (!this.#over || this.#told || this.#held !== null || this.destroyed) return;
    this.#told = true;
    this.push(null);
  }

  /** Larger packets end the connection. */
  set mostPacketBytes(bytes: number) {
    this.#meter.mostBytes = bytes;
  }

  #arrived(chunk: Buffer): void {
    this.#socket.pause();
    this.#held = chunk;
    this.#handOn();
  }

  /** Hands on a slice of what is held, if it is wanted and there is time for it. */
  readonly #handOn = (): void => {
    const chunk = this.#held;
    if (chunk === null || !this.#wanted || this.destroyed) return;
    if (this.#mustWait()) {
      this.#guard.budget.atNextBreath(this.#handOn);
      return;
    }
    const slice = chunk.subarray(0, sliceBytes);
    const metered = this.#meter.feed(slice);
    if (typeof metered === "string") {
      this.#guard.refused(metered);
      this.destroy();
      return;
    }
    this.#allowance -= metered;
    this.#held = chunk.length > sliceBytes ? chunk.subarray(sliceBytes) : null;
    this.#wanted = false;
    this.#handedMs = this.#guard.monotonicMs();
    this.push(slice);
    this.#tellEnd();
  };

  #mustWait(): boolean {
    const nowMs = this.#guard.monotonicMs();
    const earned = ((nowMs - this.#refilledMs) / seconds) * this.messagesPerSecond;
    this.#refilledMs = nowMs;
    this.#allowance = Math.min(2 * this.messagesPerSecond, this.#allowance + earned);
    const flooding = this.#allowance < 0;
    if (flooding && !this.#flooding) this.#guard.throttled();
    this.#flooding = flooding;
    return flooding || this.#guard.budget.spent;
  }

  override _read(): void {
    // Never within the call that asks: the broker's parser may be in the middle of what it was given before.
    this.#guard.timers.soon(this.#askedForMore);
  }

  readonly #askedForMore = (): void => {
    if (this.destroyed) return;
    this.#guard.budget.account(this.#handedMs);
    this.#wanted = true;
    if (this.#held === null) this.#socket.resume();
    else this.#handOn();
  };

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.#send(chunk, done);
  }

  override _writev(chunks: readonly { readonly chunk: Buffer }[], done: () => void): void {
    this.#send(Buffer.concat(chunks.map(({ chunk }) => chunk)), done);
  }

  #send(bytes: Buffer, done: () => void): void {
    // Whoever is gone is told nothing more, and what they said is still taken.
    if (!this.#socket.writable || this.#socket.write(bytes)) done();
    else this.#waiting = done;
  }

  #goOn(): void {
    const waiting = this.#waiting;
    this.#waiting = null;
    waiting?.();
  }

  override _final(done: () => void): void {
    this.#socket.end(done);
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.#guard.budget.forget(this.#handOn);
    this.#held = null;
    this.#waiting = null;
    this.#socket.destroy();
    done(error);
  }
}
