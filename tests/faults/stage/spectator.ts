import { type Clock, wallClock } from "../../../client/clock.ts";
import { httpDictionaries } from "../../../client/link/dictionaries.ts";
import { Link } from "../../../client/link/link.ts";
import { socketIoWire } from "../../../client/link/socket-io-wire.ts";
import type { OpenWire } from "../../../client/link/wire.ts";
import { Replica } from "../../../client/replica/replica.ts";
import { kindOf } from "../../../models/device/catalogue.ts";
import type { Authority } from "../../../models/duty/duty.ts";
import { Transcript } from "./transcript.ts";

export interface SpectatorOptions {
  /** Address they come by, where it is not the server's own. */
  readonly through?: string;
  readonly clock?: Clock;
}

/** Somebody who watches, with the product's own link and replica; all they are sent is kept. */
export class Spectator {
  /** `""` for the public. */
  readonly cookie: string;
  readonly transcript: Transcript;
  readonly replica: Replica;
  readonly link: Link;
  /** Whether what arrives is drawn at once. */
  drawing = true;

  constructor(base: string, authority: Authority, cookie: string, options: SpectatorOptions = {}) {
    const { through = base, clock = wallClock } = options;
    this.cookie = cookie;
    this.transcript = new Transcript(authority);
    const headers = cookie === "" ? { origin: base } : { origin: base, cookie };
    this.replica = new Replica({ kindOf, monotonicMs: () => performance.now() });
    this.replica.onArrival(() => void (this.drawing && this.replica.commit()));
    this.link = new Link({
      openWire: recorded(socketIoWire(through, { clock: wallClock, extraHeaders: headers }), this.transcript),
      loadDictionary: httpDictionaries((input, init) => fetch(input, { ...init, headers }), through),
      sink: this.replica,
      clock,
      random: Math.random,
    });
    this.link.start();
  }

  get isLive(): boolean {
    return this.link.state.get().state === "live";
  }

  close(): void {
    this.link.close();
  }
}

const recorded =
  (open: OpenWire, transcript: Transcript): OpenWire =>
  (events) => {
    const wire = open({
      ...events,
      opened: () => events.opened(),
      closed: () => events.closed(),
      refused: (code) => events.refused(code),
      frames(bytes) {
        transcript.frames(bytes);
        events.frames(bytes);
      },
      welcome(welcome) {
        transcript.welcome(welcome);
        events.welcome(welcome);
      },
      record(record) {
        transcript.text(record);
        events.record(record);
      },
      overlay(overlay) {
        transcript.text(overlay);
        events.overlay(overlay);
      },
    });
    return {
      ...wire,
      ask(event, payload, answered) {
        wire.ask(event, payload, (answer) => {
          transcript.answer(event, answer);
          answered(answer);
        });
      },
    };
  };
