import { createHash } from "node:crypto";
import { open, type FileHandle } from "node:fs/promises";
import { BackupRefused } from "./backup-refused.ts";

/**
 * A backup as one file (little endian): `CYBACKUP1` and a line feed; for each file u8 1 · u16 length of its name · name ·
 * u64 size · bytes · SHA-256 of name and bytes; at the end u8 0 · u32 count of files · SHA-256 of all those sums.
 */
const magic = Buffer.from("CYBACKUP1\n");
const partBytes = 1024 * 1024;
const sumBytes = 32;
const [endMark, fileMark] = [0, 1];

/** Writes an archive, file by file. */
export class ArchiveWriter {
  files = 0;
  bytes = 0;
  readonly #to: FileHandle;
  readonly #all = createHash("sha256");

  private constructor(to: FileHandle) {
    this.#to = to;
  }

  static async begin(to: FileHandle): Promise<ArchiveWriter> {
    const writer = new ArchiveWriter(to);
    await writer.#put(magic);
    return writer;
  }

  /** Adds what the file holds now; what is appended meanwhile is not in it. @param name with slashes, within the folder. */
  async add(name: string, from: FileHandle): Promise<void> {
    const nameBytes = Buffer.from(name);
    const { size } = await from.stat();
    const head = Buffer.alloc(3);
    head.writeUInt8(fileMark, 0);
    head.writeUInt16LE(nameBytes.byteLength, 1);
    const length = Buffer.alloc(8);
    length.writeBigUInt64LE(BigInt(size));
    await this.#put(Buffer.concat([head, nameBytes, length]));
    const sum = createHash("sha256").update(nameBytes);
    const part = Buffer.alloc(Math.min(partBytes, Math.max(1, size)));
    for (let at = 0; at < size; ) {
      const { bytesRead } = await from.read(part, 0, Math.min(part.byteLength, size - at), at);
      if (bytesRead === 0) throw new BackupRefused(`${name} became shorter while it was read; try again.`);
      sum.update(part.subarray(0, bytesRead));
      await this.#put(part.subarray(0, bytesRead));
      at += bytesRead;
    }
    const digest = sum.digest();
    this.#all.update(digest);
    await this.#put(digest);
    this.files += 1;
  }

  /** Nothing is a backup before this. */
  async end(): Promise<void> {
    const head = Buffer.alloc(5);
    head.writeUInt8(endMark, 0);
    head.writeUInt32LE(this.files, 1);
    await this.#put(Buffer.concat([head, this.#all.digest()]));
    await this.#to.sync();
  }

  async #put(bytes: Uint8Array): Promise<void> {
    await this.#to.writeFile(bytes);
    this.bytes += bytes.byteLength;
  }
}

/** Where an archive's files go. */
export type Unpack = (name: string) => Promise<FileHandle>;

/** Reads an archive to its end. @returns how many files. @throws BackupRefused when it is not what was written. */
export async function unpackArchive(file: string, unpack: Unpack): Promise<number> {
  const handle = await open(file, "r");
  try {
    return await new ArchiveReader(handle, file).readAll(unpack);
  } finally {
    await handle.close();
  }
}

class ArchiveReader {
  readonly #from: FileHandle;
  readonly #file: string;
  readonly #all = createHash("sha256");
  #at = 0;

  constructor(from: FileHandle, file: string) {
    this.#from = from;
    this.#file = file;
  }

  async readAll(unpack: Unpack): Promise<number> {
    if (!(await this.#take(magic.byteLength)).equals(magic))
      throw new BackupRefused(`${this.#file} is no backup of Courtyard; name one that npm run backup made.`);
    let files = 0;
    for (;;) {
      const mark = (await this.#take(1)).readUInt8(0);
      if (mark === endMark) break;
      if (mark !== fileMark) throw this.#damaged();
      await this.#readFile(unpack);
      files += 1;
    }
    const count = (await this.#take(4)).readUInt32LE(0);
    const sum = await this.#take(sumBytes);
    const { size } = await this.#from.stat();
    if (count !== files || !sum.equals(this.#all.digest()) || size !== this.#at) throw this.#damaged();
    return files;
  }

  async #readFile(unpack: Unpack): Promise<void> {
    const nameBytes = await this.#take((await this.#take(2)).readUInt16LE(0));
    const size = Number((await this.#take(8)).readBigUInt64LE(0));
    const name = nameBytes.toString();
    const { size: all } = await this.#from.stat();
    if (!isWithin(name) || size > all - this.#at) throw this.#damaged();
    const to = await unpack(name);
    try {
      const sum = createHash("sha256").update(nameBytes);
      for (let left = size; left > 0; ) {
        const part = await this.#take(Math.min(left, partBytes));
        sum.update(part);
        await to.writeFile(part);
        left -= part.byteLength;
      }
      const digest = sum.digest();
      if (!digest.equals(await this.#take(sumBytes))) throw this.#damaged();
      this.#all.update(digest);
      await to.sync();
    } finally {
      await to.close();
    }
  }

  async #take(bytes: number): Promise<Buffer> {
    const part = Buffer.alloc(bytes);
    const { bytesRead } = await this.#from.read(part, 0, bytes, this.#at);
    if (bytesRead < bytes) throw this.#damaged();
    this.#at += bytes;
    return part;
  }

  #damaged(): BackupRefused {
    return new BackupRefused(
      `${this.#file} is damaged before byte ${this.#at}; nothing was restored: use another backup.`,
    );
  }
}

/** A path that leads nowhere but into the folder it is unpacked to. */
const isWithin = (name: string): boolean =>
  !/[\\:\0]/.test(name) && name.split("/").every((part) => part !== "" && part !== "." && part !== "..");
