import { chmodSync, rmSync } from "node:fs";
import { createServer, type Server, type Socket } from "node:net";
import { isAbsolute } from "node:path";
import { z } from "zod";
import { personName } from "../../models/duty/person.ts";
import { duties, type Duty } from "../../models/duty/duty.ts";
import type { Checked } from "../audit/audit.ts";
import type { Mark } from "../audit/verify-trail.ts";
import { credentialUses, type CredentialUse } from "../access/access.ts";
import type { ListedToken } from "../access/credential-book.ts";
import type { MadeToken } from "../access/doorkeeper.ts";
import { noSuchToken } from "./token-list.ts";
import { namedHead, verdictOf, type TrailVerdict } from "./trail-verdict.ts";

const request = z.discriminatedUnion("do", [
  z.strictObject({ do: z.literal("link"), duty: z.enum(duties), name: personName.optional() }),
  z.strictObject({
    do: z.literal("token"),
    use: z.enum(credentialUses),
    name: z.string().regex(/^[\p{L}\p{N}._ -]{1,64}$/u),
    lastsMs: z.number().positive().optional(),
  }),
  z.strictObject({ do: z.literal("list-tokens") }),
  z.strictObject({ do: z.literal("end-token"), name: z.string().max(128) }),
  z.strictObject({
    do: z.literal("verify-trail"),
    head: z
      .string()
      .refine((head) => namedHead(head) !== null, "expected SEQ:HASH")
      .optional(),
  }),
  z.strictObject({
    do: z.literal("copy-database"),
    to: z.string().refine(isAbsolute, "expected a full path"),
  }),
  z.strictObject({ do: z.literal("status") }),
  z.strictObject({ do: z.literal("mapping"), file: z.unknown() }),
  z.strictObject({ do: z.literal("recorded"), topics: z.array(z.string()) }),
]);

export interface ServerStatus {
  readonly httpUrl: string;
  /** Null when the server has no broker of its own and was given none. */
  readonly mqttUrl: string | null;
  readonly community: string;
  readonly buildings: readonly string[];
  /** Ids of homes, by building. */
  readonly dwellings: Readonly<Record<string, readonly string[]>>;
}

/** What may be asked from the machine itself, by the owner of the data folder. */
export interface ControlDesk {
  /** @param name whom it is for; null for nobody in particular. */
  makeLink(duty: Duty, name: string | null): Promise<string>;
  makeToken(use: CredentialUse, name: string, lastsMs: number | null): Promise<MadeToken>;
  listTokens(): readonly ListedToken[];
  /** @returns false when no token has that name. */
  endToken(name: string): Promise<boolean>;
  /** Goes over the whole trail. @param head one that somebody wrote down. */
  verifyTrail(head: Mark | null): Promise<Checked>;
  /** Puts a copy of the database, as it is at one moment, into a new file. */
  copyDatabase(to: string): Promise<void>;
  status(): ServerStatus;
  /** Takes over a mapping file. @returns how many rows it has. @throws with the sentence for a file that is none. */
  useMapping(file: unknown): Promise<number>;
  /** Devices that these topics of a recording speak of. */
  recordedDevices(topics: readonly string[]): RecordedCount;
}

export interface RecordedCount {
  readonly known: number;
  readonly waiting: number;
}

export type ControlAnswer =
  | ({ readonly ok: true } & (
      | { readonly link: string }
      | MadeToken
      | { readonly tokens: readonly ListedToken[] }
      | { readonly rows: number }
      | RecordedCount
      | TrailVerdict
      | ServerStatus
      | object
    ))
  | { readonly ok: false; readonly sentence: string };

/** A mapping file is the longest there is. */
const lineLimit = 8 * 1024 * 1024;
const patienceMs = 10_000;

/** A socket in the data folder that only its owner may open: one line of JSON each way. */
export class ControlSocket {
  readonly #path: string;
  readonly #desk: ControlDesk;
  readonly #sockets = new Set<Socket>();
  readonly #server: Server;

  constructor(path: string, desk: ControlDesk) {
    this.#path = path;
    this.#desk = desk;
    this.#server = createServer((socket) => this.#admit(socket));
  }

  /** @throws Error when the path is too long for a socket, or its folder may not be written to. */
  async listen(): Promise<void> {
    // The store is ours, so whoever left this behind is gone.
    rmSync(this.#path, { force: true });
    await new Promise<void>((resolve, reject) => {
      this.#server.once("error", reject);
      this.#server.listen(this.#path, () => resolve());
    });
    chmodSync(this.#path, 0o600);
  }

  #admit(socket: Socket): void {
    this.#sockets.add(socket);
    let line = "";
    socket.setEncoding("utf8").setTimeout(patienceMs, () => socket.destroy());
    socket.on("error", () => socket.destroy());
    socket.on("close", () => this.#sockets.delete(socket));
    socket.on("data", (text: string) => {
      line += text;
      if (line.length > lineLimit) socket.destroy();
      else if (line.includes("\n")) void this.#answer(socket, line);
    });
  }

  async #answer(socket: Socket, line: string): Promise<void> {
    socket.removeAllListeners("data");
    // What was asked for may take its time.
    socket.setTimeout(0);
    const answer = await this.#do(line).catch((error: unknown) => refused(error));
    socket.end(`${JSON.stringify(answer)}\n`);
  }

  async #do(line: string): Promise<ControlAnswer> {
    const asked = request.parse(JSON.parse(line));
    switch (asked.do) {
      case "link":
        return { ok: true, link: await this.#desk.makeLink(asked.duty, asked.name ?? null) };
      case "token":
        return { ok: true, ...(await this.#desk.makeToken(asked.use, asked.name, asked.lastsMs ?? null)) };
      case "list-tokens":
        return { ok: true, tokens: this.#desk.listTokens() };
      case "end-token":
        if (await this.#desk.endToken(asked.name)) return { ok: true };
        return { ok: false, sentence: noSuchToken(asked.name) };
      case "verify-trail":
        return { ok: true, ...verdictOf(await this.#desk.verifyTrail(namedHead(asked.head ?? ""))) };
      case "copy-database":
        await this.#desk.copyDatabase(asked.to);
        return { ok: true };
      case "status":
        return { ok: true, ...this.#desk.status() };
      case "mapping":
        return { ok: true, rows: await this.#desk.useMapping(asked.file) };
      case "recorded":
        return { ok: true, ...this.#desk.recordedDevices(asked.topics) };
    }
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    if (this.#server.listening)
      await new Promise<void>((resolve) => void this.#server.close(() => resolve()));
  }
}

function refused(error: unknown): ControlAnswer {
  if (error instanceof z.ZodError) {
    const [issue] = error.issues;
    return { ok: false, sentence: `not understood: ${issue?.path.join(".") ?? ""} ${issue?.message ?? ""}` };
  }
  if (error instanceof SyntaxError)
    return { ok: false, sentence: "not understood: expected one line of JSON" };
  return { ok: false, sentence: error instanceof Error ? error.message : String(error) };
}
