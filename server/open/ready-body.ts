import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { FastifyReply, FastifyRequest } from "fastify";

type Encoding = "br" | "gzip";

const smallest = 1024;
const brotli = promisify(brotliCompress);
const deflate = promisify(gzip);
const brotliOptions = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

/** An answer that stays the same: compressed once, off the main thread, when first asked for; known by its hash. */
export class ReadyBody {
  readonly type: string;
  readonly etag: string;
  readonly #bytes: Buffer;
  readonly #compressible: boolean;
  readonly #encoded = new Map<Encoding, Promise<Buffer>>();

  constructor(bytes: Uint8Array, type: string, compressible = true) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.type = type;
    this.etag = `W/"${createHash("sha256").update(bytes).digest("base64url").slice(0, 22)}"`;
    this.#compressible = compressible && bytes.byteLength >= smallest;
  }

  static json(value: unknown): ReadyBody {
    return new ReadyBody(Buffer.from(JSON.stringify(value)), "application/json; charset=utf-8");
  }

  /** @param cacheControl how long, and by whom, it may be kept. */
  async send(request: FastifyRequest, reply: FastifyReply, cacheControl: string): Promise<FastifyReply> {
    reply.header("cache-control", cacheControl).header("etag", this.etag).header("vary", "accept-encoding");
    if (request.headers["if-none-match"]?.split(/\s*,\s*/).includes(this.etag)) return reply.code(304).send();
    reply.type(this.type);
    const encoding = this.#compressible ? acceptedEncoding(request.headers["accept-encoding"]) : null;
    if (encoding === null) return reply.send(this.#bytes);
    return reply.header("content-encoding", encoding).send(await this.#in(encoding));
  }

  #in(encoding: Encoding): Promise<Buffer> {
    const known = this.#encoded.get(encoding);
    if (known !== undefined) return known;
    const made = encoding === "br" ? brotli(this.#bytes, brotliOptions) : deflate(this.#bytes);
    this.#encoded.set(encoding, made);
    return made;
  }
}

/** The better of br and gzip among those the client takes (`q=0` refuses one). */
export function acceptedEncoding(header: string | string[] | undefined): Encoding | null {
  const offered = String(header ?? "")
    .split(",")
    .map((part) =>
      part
        .trim()
        .toLowerCase()
        .split(/\s*;\s*q=/),
    );
  const takes = (name: string): boolean =>
    offered.some(([coding, weight]) => coding === name && Number(weight ?? 1) > 0);
  if (takes("br")) return "br";
  return takes("gzip") ? "gzip" : null;
}
