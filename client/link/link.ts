import { seconds } from "../../models/quantity.ts";
import { type Signal, signal } from "../../models/signal.ts";
import type { LinkState } from "../../models/stream/link-state.ts";
import {
  type OverlayEvent,
  protocol,
  type RecordEvent,
  type RefusalCode,
  type Welcome,
} from "../../models/stream/messages.ts";
import type { Clock } from "../clock.ts";
import { AlarmLine } from "./alarm-line.ts";
import { AskingAgain } from "./asking-again.ts";
import { backOffMs } from "./back-off.ts";
import { CommandLine } from "./command-line.ts";
import { CompanyLine } from "./company-line.ts";
import { DictionaryShelf, type LoadDictionary } from "./dictionaries.ts";
import { DrawnTicks } from "./drawn-ticks.ts";
import { finalRefusals } from "./final-refusals.ts";
import { RecordPlace } from "./record-place.ts";
import type { Progress, Sink } from "./sink.ts";
import type { LinkWire, OpenWire } from "./wire.ts";

export interface LinkOptions {
  readonly openWire: OpenWire;
  readonly loadDictionary: LoadDictionary;
  readonly sink: Sink;
  readonly clock: Clock;
  /** 0 ≤ x < 1. */
  readonly random: () => number;
}

const staleAfterMs = 3 * seconds;
/** A look at the clock that comes this late, but no later than a nap, was held up by our own thread. */
const heldUpMs = { from: 2 * seconds, to: 20 * seconds };
const hiddenDivisor = 10;
/** Slow graphics hold up pictures, not data: what no frame of the page took for so long is taken in without one. */
const drawnWithinMs = 1 * seconds;

/**
 * The connection to the server: says hello, fetches dictionaries, watches, resumes after a cut, tells how far was
 * drawn, and says at any moment what became of it.
 */
export class Link {
  readonly commands = new CommandLine(() => this.#wire);
  readonly alarms = new AlarmLine(() => this.#wire);
  readonly company = new CompanyLine(
    () => (this.#watching ? this.#wire : null),
    (delayMs, act) => this.#later(delayMs, act),
  );
  readonly #state = signal<LinkState>({ state: "connecting", attempt: 0 });
  readonly #welcome = signal<Welcome | null>(null);
  readonly #options: LinkOptions;
  readonly #shelf: DictionaryShelf;
  readonly #records = new RecordPlace();
  readonly #overlayListeners = new Set<(event: OverlayEvent) => void>();
  readonly #drawn = new DrawnTicks();
  readonly #again: AskingAgain;

  #wire: LinkWire | null = null;
  #attempt = 0;
  /** Moves with every connection and every welcome, so that what belongs to a former one is known by it. */
  #round = 0;
  #watching = false;
  #hidden = false;
  #absorbing = false;
  #closed = false;
  #lastFrameMs: number | null = null;
  #quietSinceMs = 0;
  #lookedAtMs = 0;
  #timers: (() => void)[] = [];

  constructor(options: LinkOptions) {
    this.#options = options;
    this.#shelf = new DictionaryShelf(options.loadDictionary);
    this.#again = new AskingAgain(
      () => options.clock.now(),
      (delayMs, act) => this.#later(delayMs, act),
      (what) => (what === "watch" ? this.#watch() : this.#hello()),
    );
    options.sink.onCommitted((progress) => this.#acknowledge(progress));
    options.sink.onTrouble((trouble) => this.#again.ask(trouble === "frames" ? "watch" : "hello"));
  }

  get state(): Signal<LinkState> {
    return this.#state;
  }
  /** Who we are, as the server last said; null before the first word. */
  get welcome(): Signal<Welcome | null> {
    return this.#welcome;
  }

  start(): void {
    this.#closed = false;
    this.#timers.push(this.#options.clock.every(1 * seconds, () => this.#lookAtClock()));
    this.#connect();
  }

  close(): void {
    this.#closed = true;
    this.#drop();
    for (const stop of this.#timers) stop();
    this.#timers = [];
    this.#absorbing = false;
  }

  /** Aggregates as they change. @returns the function that ends the listening. */
  onOverlay(listener: (event: OverlayEvent) => void): () => void {
    this.#overlayListeners.add(listener);
    return () => void this.#overlayListeners.delete(listener);
  }

  /** Nobody looks: fewer frames are enough, and what arrives is taken in at once, for nothing is drawn. */
  setHidden(hidden: boolean): void {
    if (this.#hidden === hidden) return;
    this.#hidden = hidden;
    if (this.#watching) this.#askRate();
    if (hidden) this.#options.sink.absorb();
  }

  #connect(): void {
    this.#round++;
    const mine = () => this.#wire === wire;
    this.#watching = false;
    const wire = this.#options.openWire({
      opened: () => mine() && this.#hello(),
      frames: (bytes) => mine() && this.#frames(bytes),
      welcome: (welcome) => mine() && this.#greeted(welcome),
      record: (record) => mine() && this.#record(record),
      overlay: (event) => {
        if (mine()) for (const listener of this.#overlayListeners) listener(event);
      },
      command: (record) => mine() && this.commands.tell([record], false),
      company: (company) => mine() && this.company.take(company),
      refused: (code) => mine() && this.#refused(code),
      closed: () => mine() && this.#lost(),
    });
    this.#wire = wire;
  }

  #hello(): void {
    this.#wire?.ask("hello", { protocol, frames: 1 }, (answer) => {
      if (answer.ok) this.#greeted(answer.value);
      else this.#refused(answer.code);
    });
  }

  #greeted(welcome: Welcome): void {
    const round = ++this.#round;
    // Whoever has another duty may be in no company any more; if they are, they are told anew.
    if (this.#welcome.get()?.duty !== welcome.duty) this.company.cut();
    this.#records.belongTo(welcome.run, welcome.channels);
    this.#options.sink.welcome(welcome);
    this.#welcome.set(welcome);
    this.#shelf.collect(welcome.channels, (dictionaries) => {
      if (round !== this.#round) return;
      if (dictionaries === null) {
        this.#again.ask("hello");
        return;
      }
      try {
        this.#options.sink.adopt(dictionaries);
      } catch {
        this.#refused("protocol-too-old");
        return;
      }
      this.#watch();
    });
  }

  #watch(): void {
    const welcome = this.#welcome.get();
    if (welcome === null || this.#wire === null) return;
    if (this.#hidden && !this.#watching) this.#askRate();
    if (!this.#watching) this.#quietSinceMs = this.#options.clock.now();
    this.#watching = true;
    this.#drawn.clear();
    const round = this.#round;
    const channels = welcome.channels.map(({ channel, epoch }) => {
      return { channel, epoch, tick: this.#options.sink.resume(channel) };
    });
    this.#wire.ask("watch", { channels, records: this.#records.last }, (answer) => {
      if (round !== this.#round) return;
      if (!answer.ok) {
        this.#again.ask("hello");
        return;
      }
      const { run, seq, records, whole, commands } = answer.value;
      if (commands !== undefined) this.commands.tell(commands, true);
      this.#records.reach(run, seq);
      this.company.begin();
      const alerts = records.map(({ record }) => record.alert);
      this.#options.sink.takeAlerts(alerts, whole);
    });
  }

  #askRate(): void {
    this.#wire?.ask("rate", { divisor: this.#hidden ? hiddenDivisor : 1 }, () => undefined);
  }

  #frames(bytes: Uint8Array): void {
    this.#attempt = 0;
    this.#lastFrameMs = this.#options.clock.now();
    if (this.#state.get().state !== "live") {
      this.#state.set({ state: "live", lastFrameAtMs: this.#lastFrameMs });
    }
    this.#options.sink.receive(bytes);
    if (this.#hidden) this.#options.sink.absorb();
    else this.#absorbLate();
  }

  #absorbLate(): void {
    if (this.#absorbing) return;
    this.#absorbing = true;
    this.#later(drawnWithinMs, () => {
      this.#absorbing = false;
      this.#options.sink.absorb();
    });
  }

  #record(event: RecordEvent): void {
    const judged = this.#records.judge(event);
    if (judged === "gap") this.#again.ask("watch");
    if (judged !== "next") return;
    this.#records.reach(this.#welcome.get()?.run ?? 0, event.seq);
    this.#options.sink.takeAlerts([event.record.alert], false);
  }

  #acknowledge(progress: readonly Progress[]): void {
    if (!this.#watching) return;
    const channels = this.#drawn.due(progress, this.#hidden);
    if (channels.length > 0) this.#wire?.tell("drawn", { channels });
  }

  #lookAtClock(): void {
    const nowMs = this.#options.clock.now();
    const sinceLookMs = nowMs - this.#lookedAtMs;
    this.#lookedAtMs = nowMs;
    // While we drew for seconds, frames may have come that still wait behind this timer: they are taken first.
    if (sinceLookMs > heldUpMs.from && sinceLookMs < heldUpMs.to) return;
    const lastFrameAtMs = this.#lastFrameMs;
    const state = this.#state.get();
    if (!this.#watching || lastFrameAtMs === null || state.state === "refused") return;
    if (nowMs - Math.max(lastFrameAtMs, this.#quietSinceMs) > staleAfterMs) {
      if (state.state === "stale") return;
      this.#state.set({ state: "stale", lastFrameAtMs });
    } else if (state.state === "live" && state.lastFrameAtMs !== lastFrameAtMs) {
      this.#state.set({ state: "live", lastFrameAtMs });
    }
  }

  #refused(code: RefusalCode): void {
    if (!finalRefusals.has(code)) {
      this.#lost();
      return;
    }
    this.#drop();
    if (code === "session-ended" || code === "not-allowed") {
      this.#options.sink.forget();
      this.#records.forget();
    }
    this.#state.set({ state: "refused", reason: code });
  }

  /** The connection is gone: what was there stays, and is said to be old; we come back. */
  #lost(): void {
    this.#drop();
    if (this.#closed) return;
    const attempt = this.#attempt++;
    this.#state.set(
      this.#lastFrameMs === null
        ? { state: "connecting", attempt: attempt + 1 }
        : { state: "reconnecting", attempt: attempt + 1, lastFrameAtMs: this.#lastFrameMs },
    );
    this.#later(backOffMs(attempt, this.#options.random), () => {
      if (this.#wire === null && !this.#closed) this.#connect();
    });
  }

  #drop(): void {
    const wire = this.#wire;
    this.#wire = null;
    this.#round++;
    this.#watching = false;
    this.#again.forget();
    this.commands.cut();
    this.alarms.cut();
    this.company.cut();
    wire?.close();
  }

  #later(delayMs: number, act: () => void): void {
    const stop = this.#options.clock.after(delayMs, () => {
      this.#timers = this.#timers.filter((each) => each !== stop);
      act();
    });
    this.#timers.push(stop);
  }
}
