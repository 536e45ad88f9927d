import { createHash } from "node:crypto";
import {
  createWriteStream,
  mkdirSync,
  openSync,
  closeSync,
  fsyncSync,
  readdirSync,
  renameSync,
  rmSync,
} from "node:fs";
import { join } from "node:path";
import { Transform, type Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

/** A file that has come in whole and is on the disk, under a name of its own until it is kept. */
export interface Received {
  readonly path: string;
  readonly bytes: number;
  /** SHA-256, hexadecimal. */
  readonly hash: string;
}

const incoming = "incoming-";

/** Where uploaded city models lie in the data folder, each under its hash. */
export class UploadShelf {
  readonly #folder: string;
  #count = 0;

  constructor(folder: string) {
    this.#folder = folder;
  }

  pathOf(hash: string): string {
    return join(this.#folder, `${hash}.model`);
  }

  /** @returns null when it is larger than `mostBytes`. @throws when it breaks off, or the disk will not take it. */
  async receive(body: Readable, mostBytes: number): Promise<Received | null> {
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
    const path = join(this.#folder, `${incoming}${this.#count++}`);
    const hash = createHash("sha256");
    let bytes = 0;
    const counted = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        bytes += chunk.byteLength;
        hash.update(chunk);
        done(bytes > mostBytes ? new TooLarge() : null, chunk);
      },
    });
    try {
      await pipeline(body, counted, createWriteStream(path, { mode: 0o600 }));
      sync(path);
      return { path, bytes, hash: hash.digest("hex") };
    } catch (error) {
      rmSync(path, { force: true });
      if (error instanceof TooLarge) return null;
      throw error;
    }
  }

  /** Gives a received file its lasting name. */
  keep({ path, hash }: Received): void {
    renameSync(path, this.pathOf(hash));
    sync(this.#folder);
  }

  drop({ path }: Received): void {
    rmSync(path, { force: true });
  }

  /** Removes everything but the files of these hashes. */
  tidy(hashes: ReadonlySet<string>): void {
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
    const kept = new Set([...hashes].map((hash) => `${hash}.model`));
    for (const name of readdirSync(this.#folder)) {
      if (!kept.has(name)) rmSync(join(this.#folder, name), { force: true });
    }
  }
}

class TooLarge extends Error {}

/** What is written here outlives a power cut. */
function sync(path: string): void {
  const opened = openSync(path, "r");
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}
