import type { DrillName } from "../../models/drill/drill.ts";
import type { Audience } from "../../models/duty/authority.ts";
import type { Authority } from "../../models/duty/duty.ts";
import type { SessionId } from "../../models/ids.ts";
import type { OverlaySource } from "../overlays/overlay-source.ts";
import type { TickResult } from "../twin/twin-reader.ts";
import type { Moment } from "./moment.ts";
import { type House, Session } from "./session.ts";
import type { Outgoing, Wire } from "./wire.ts";

/** Bytes one client may have waiting, and all clients together. */
const bufferedPerClient = 256 * 1024;
const bufferedInAll = 64 * 1024 * 1024;

/** All sessions of a stream, moved by the twin's tick. It knows wires, not sockets. */
export class Hub {
  readonly #house: House;
  readonly #sessions = new Set<Session>();
  readonly #stopOverlays: () => void;
  #isDemo: boolean;
  #drill: DrillName | null;

  constructor(house: House, overlays: OverlaySource) {
    this.#house = house;
    this.#isDemo = house.isDemo();
    this.#drill = house.drill();
    this.#stopOverlays = overlays.onChange((overlay, audience) => {
      this.#overlay(audience, {
        event: "overlay",
        payload: { overlay, body: overlays.body(overlay, audience) },
      });
    });
  }

  get sessions(): ReadonlySet<Session> {
    return this.#sessions;
  }

  join(wire: Wire, authority: Authority, signIn: SessionId | null, name = ""): Session {
    const session = new Session(this.#house, wire, authority, { signIn, name });
    this.#sessions.add(session);
    return session;
  }

  leave(session: Session): void {
    session.left();
    this.#sessions.delete(session);
  }

  /** The sign-in ended (null) or its authority changed. */
  authorise(signIn: SessionId, authority: Authority | null): void {
    for (const session of this.#sessions) {
      if (session.signIn !== signIn) continue;
      if (authority === null) session.end("session-ended");
      else session.authorise(authority);
    }
  }

  onTick({ delta, alerts }: TickResult): void {
    const { channels, fanOut, readings, records, timers, counters, tickMs } = this.#house;
    const nowMs = timers.nowMs();
    const ended = channels.refresh(nowMs);
    channels.take(delta);
    fanOut.begin(delta.to);
    readings.begin();
    records.take(alerts, this.#house.alarms.takeFresh());
    const moment: Moment = {
      tick: delta.to,
      timeMs: delta.timeMs,
      nowMs,
      ticksPerSecond: Math.max(1, Math.round(1000 / tickMs)),
      bufferedBytes: this.#bufferedBytes(),
      counters,
    };
    const steps = this.#house.commands
      .takeFresh()
      .map((record): Outgoing => ({ event: "command", payload: record }));
    const isDemo = this.#house.isDemo();
    const drill = this.#house.drill();
    const otherBadges = isDemo !== this.#isDemo || drill !== this.#drill;
    const otherCompany = this.#house.presence.takeChange();
    for (const session of this.#sessions) {
      if (ended.size > 0) session.renew(ended);
      if (otherBadges) session.greet();
      if (steps.length > 0) session.tellCommands(steps);
      if (otherCompany) session.tellCompany();
      session.tick(moment);
    }
    this.#isDemo = isDemo;
    this.#drill = drill;
  }

  /** When all together hold too much, those who hold most get nothing more until they have read it. */
  #bufferedBytes(): number {
    let all = 0;
    for (const session of this.#sessions) all += session.bufferedBytes;
    return all <= bufferedInAll
      ? bufferedPerClient
      : Math.min(bufferedPerClient, all / this.#sessions.size / 2);
  }

  #overlay(audience: Audience, message: Outgoing): void {
    for (const session of this.#sessions) session.overlay(audience, message);
  }

  close(): void {
    this.#stopOverlays();
  }
}
