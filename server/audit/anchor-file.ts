import { constants } from "node:fs";
import { open, readFile, rename } from "node:fs/promises";
import { dirname } from "node:path";
import { z } from "zod";
import { days } from "../../models/quantity.ts";
import { hexOf, type Head } from "./chain.ts";

const anchor = z.strictObject({
  seq: z.int().positive(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  atMs: z.number(),
});
export type Anchor = z.output<typeof anchor>;

export interface AnchorDoor {
  /** Wall time. */
  readonly nowMs: () => number;
  /** Told when the file cannot be written, and (null) when it can again. */
  readonly onTrouble: (trouble: Error | null) => void;
}

/**
 * Where the chain has been, outside of the database: one line a day and the present head, so that entries cut off
 * from the end are missed. What an earlier run wrote is never written over.
 */
export class AnchorFile {
  readonly #path: string;
  readonly #door: AnchorDoor;
  /** What was there before; null until it is known. */
  #kept: readonly Anchor[] | null = null;
  #today: Anchor | null = null;
  #reached: Head | null = null;
  #writing: Promise<void> | null = null;

  constructor(path: string, door: AnchorDoor) {
    this.#path = path;
    this.#door = door;
  }

  /** What is there; null when there is none, or it cannot be read. */
  async read(): Promise<readonly Anchor[] | null> {
    try {
      const lines = (await readFile(this.#path, "utf8")).split("\n").filter((line) => line !== "");
      return lines.map((line) => anchor.parse(JSON.parse(line)));
    } catch {
      return null;
    }
  }

  /** The chain has come to here; written down as soon as what is under way has been. */
  reach(head: Head): void {
    this.#reached = head;
    this.#writing ??= this.#write().finally(() => {
      this.#writing = null;
    });
  }

  /** Resolves once the last head that could be written is. */
  async settled(): Promise<void> {
    await this.#writing;
  }

  async #write(): Promise<void> {
    while (this.#reached !== null) {
      const head = this.#reached;
      this.#reached = null;
      // oxlint-disable-next-line no-await-in-loop
      this.#kept ??= (await this.read()) ?? [];
      this.#note({ seq: head.seq, hash: hexOf(head.hash), atMs: this.#door.nowMs() });
      try {
        // oxlint-disable-next-line no-await-in-loop
        await this.#replace();
        this.#door.onTrouble(null);
      } catch (error) {
        this.#door.onTrouble(error instanceof Error ? error : new Error(String(error)));
      }
    }
  }

  #note(next: Anchor): void {
    const before = this.#today;
    if (before !== null && Math.floor(before.atMs / days) !== Math.floor(next.atMs / days))
      this.#kept = [...(this.#kept ?? []), before];
    this.#today = next;
  }

  async #replace(): Promise<void> {
    const lines = [...(this.#kept ?? []), ...(this.#today === null ? [] : [this.#today])];
    const beside = `${this.#path}.new`;
    await synced(beside, constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC, (file) =>
      file.writeFile(lines.map((line) => `${JSON.stringify(line)}\n`).join("")),
    );
    await rename(beside, this.#path);
    await synced(dirname(this.#path), constants.O_RDONLY, () => Promise.resolve());
  }
}

async function synced(
  path: string,
  flags: number,
  act: (file: Awaited<ReturnType<typeof open>>) => Promise<void>,
): Promise<void> {
  const file = await open(path, flags, 0o600);
  try {
    await act(file);
    await file.sync();
  } finally {
    await file.close();
  }
}
