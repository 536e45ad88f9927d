import { connect, createServer, type Server, type Socket } from "node:net";

/** A way to the server that a case can break: cut, or gone silent as when a cable is pulled. */
export class TcpProxy {
  readonly #server: Server;
  readonly #pairs = new Set<readonly [Socket, Socket]>();
  #silent = false;
  port = 0;

  constructor(host: string, port: number) {
    this.#server = createServer((near) => {
      const far = connect(port, host);
      const pair = [near, far] as const;
      this.#pairs.add(pair);
      for (const [from, to] of [pair, [far, near] as const]) {
        from.on("data", (bytes) => void to.write(bytes));
        from.on("error", () => undefined);
        from.on("close", () => {
          // While nothing gets through, neither does the end.
          if (this.#silent) return;
          to.destroy();
          this.#pairs.delete(pair);
        });
      }
      if (this.#silent) for (const socket of pair) socket.pause();
    });
  }

  async listen(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    const address = this.#server.address();
    if (address !== null && typeof address !== "string") this.port = address.port;
    return this;
  }

  /** Nothing gets through either way, and nobody is told. */
  fallSilent(): void {
    this.#silent = true;
    for (const socket of [...this.#pairs].flat()) socket.pause();
  }

  /** What the server sends is no longer read; what the client sends gets through. */
  stall(): void {
    for (const [, far] of this.#pairs) far.pause();
  }

  /** Reads on. */
  unstall(): void {
    for (const [, far] of this.#pairs) far.resume();
  }

  /** New connections get through; those that fell silent are gone. */
  heal(): void {
    this.#silent = false;
    this.cut();
  }

  /** Resets every connection. */
  cut(): void {
    for (const socket of [...this.#pairs].flat()) socket.destroy();
    this.#pairs.clear();
  }

  close(): void {
    this.cut();
    this.#server.close();
  }
}
