import type { LinkWire, WireEvents } from "../../../client/link/wire.ts";
import type { Outgoing, Wire } from "../../../server/stream/wire.ts";
import type { Session } from "../../../server/stream/session.ts";

type ToClient = { readonly bytes: Uint8Array } | { readonly act: (client: WireEvents) => void };

/** The network between one link and the hub, as two queues whose gates the test opens. JSON goes through JSON. */
export class QueueWire implements Wire, LinkWire {
  readonly toClient: ToClient[] = [];
  readonly toServer: (() => void)[] = [];
  /** All that was ever put in the queue to the client, to be looked at when it is put there. */
  onSent: (sent: Outgoing | Uint8Array | { readonly event: "answer"; readonly payload: unknown }) => void =
    () => undefined;
  clogged = false;
  cutOff = false;
  readonly #client: WireEvents;
  readonly #join: (wire: QueueWire) => Session;
  readonly #leave: (session: Session) => void;
  #session: Session | null = null;

  constructor(client: WireEvents, join: (wire: QueueWire) => Session, leave: (session: Session) => void) {
    this.#client = client;
    this.#join = join;
    this.#leave = leave;
    this.toServer.push(() => {
      this.#session = this.#join(this);
      this.toClient.push({ act: (to) => to.opened() });
    });
  }

  // ── the server's end ──
  write(bytes: Uint8Array): void {
    this.onSent(bytes);
    if (!this.cutOff) this.toClient.push({ bytes });
  }
  send(message: Outgoing): void {
    this.onSent(message);
    const payload = JSON.parse(JSON.stringify(message.payload));
    if (message.event === "refused") this.toClient.push({ act: (to) => to.refused(payload.code) });
    else if (message.event !== "readings")
      this.toClient.push({ act: (to) => to[message.event](payload as never) });
  }
  get waitingMessages(): number {
    return this.clogged ? 5 : 0;
  }
  get bufferedBytes(): number {
    return 0;
  }
  close(): void {
    if (this.#session !== null) {
      this.#leave(this.#session);
      this.toClient.push({ act: () => this.cut() });
    } else this.cut();
  }

  // ── the client's end ──
  ask(event: string, payload: unknown, answered: (answer: never) => void): void {
    const sent = JSON.parse(JSON.stringify(payload));
    this.toServer.push(() =>
      this.#session?.receive(event, sent, (answer) => {
        this.onSent({ event: "answer", payload: answer });
        const got = JSON.parse(JSON.stringify(answer)) as never;
        this.toClient.push({ act: () => answered(got) });
      }),
    );
  }
  tell(event: string, payload: unknown): void {
    const sent = JSON.parse(JSON.stringify(payload));
    this.toServer.push(() => this.#session?.receive(event, sent, null));
  }

  // ── the test's hand ──
  deliverToServer(count: number): void {
    for (let n = 0; n < count && !this.cutOff; n++) this.toServer.shift()?.();
  }
  deliverToClient(count: number): void {
    for (let n = 0; n < count && !this.cutOff; n++) {
      const next = this.toClient.shift();
      if (next === undefined) return;
      if ("bytes" in next) this.#client.frames(next.bytes);
      else next.act(this.#client);
    }
  }
  /** What is under way is lost, and both ends learn of it. */
  cut(): void {
    if (this.cutOff) return;
    this.cutOff = true;
    this.toClient.length = 0;
    this.toServer.length = 0;
    if (this.#session !== null) this.#leave(this.#session);
    this.#client.closed();
  }
  get framesUnderWay(): number {
    return this.toClient.filter((each) => "bytes" in each).length;
  }
}
