import { connect } from "node:net";
import { z } from "zod";
import type { MappingFile } from "../../models/mapping/mapping-file.ts";
import { days } from "../../models/quantity.ts";

const refusal = z.object({ ok: z.literal(false), sentence: z.string() });
const status = z.object({
  ok: z.literal(true),
  httpUrl: z.string(),
  mqttUrl: z.string().nullable(),
  community: z.string(),
  buildings: z.array(z.string()),
  dwellings: z.record(z.string(), z.array(z.string())),
});
const mapping = z.object({ ok: z.literal(true), rows: z.number() });
const recorded = z.object({ ok: z.literal(true), known: z.number(), waiting: z.number() });
const token = z.object({ ok: z.literal(true), token: z.string(), name: z.string() });

export interface BorrowedToken {
  readonly token: string;
  readonly end: () => Promise<void>;
}

export type RunningServer = z.output<typeof status>;

/** No server listens on the socket. */
export class NoServer extends Error {}

const patienceMs = 10_000;

/** The running server, asked over the local socket in its data folder. */
export class ServerDoor {
  readonly #socketPath: string;

  constructor(socketPath: string) {
    this.#socketPath = socketPath;
  }

  /** @throws NoServer, or Error with the server's own sentence. */
  async status(): Promise<RunningServer> {
    return status.parse(await this.#ask({ do: "status" }));
  }

  /**
   * A credential that may describe devices and speak for them, for as long as it is used; one that nobody ends is good
   * for a week. @throws as {@link status}.
   */
  async devicesToken(wished: string): Promise<BorrowedToken> {
    const asked = { do: "token", use: "devices", name: wished, lastsMs: 7 * days };
    const { token: secret, name } = token.parse(await this.#ask(asked));
    return {
      token: secret,
      end: async () => void (await this.#ask({ do: "end-token", name })),
    };
  }

  /** The server knows devices by these rows from now on. @throws as {@link status}. */
  async useMapping(file: MappingFile): Promise<void> {
    mapping.parse(await this.#ask({ do: "mapping", file }));
  }

  /** Of the devices these topics speak of, how many are known and how many wait. @throws as {@link status}. */
  async recordedDevices(
    topics: readonly string[],
  ): Promise<{ readonly known: number; readonly waiting: number }> {
    return recorded.parse(await this.#ask({ do: "recorded", topics }));
  }

  async #ask(question: object): Promise<unknown> {
    const answer: unknown = JSON.parse(await this.#exchange(`${JSON.stringify(question)}\n`));
    const refused = refusal.safeParse(answer);
    if (refused.success) throw new Error(refused.data.sentence);
    return answer;
  }

  #exchange(line: string): Promise<string> {
    return new Promise((resolve, reject) => {
      let answer = "";
      const socket = connect(this.#socketPath, () => socket.write(line));
      socket
        .setEncoding("utf8")
        .setTimeout(patienceMs, () => socket.destroy(new Error("the server does not answer")));
      socket.on("data", (part: string) => {
        answer += part;
      });
      socket.on("end", () => resolve(answer));
      socket.on("error", (error: NodeJS.ErrnoException) => {
        const nobody = error.code === "ENOENT" || error.code === "ECONNREFUSED";
        reject(nobody ? new NoServer("no server is running on this data folder") : error);
      });
    });
  }
}
