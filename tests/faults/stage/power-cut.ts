/** Something that happened to the disk or left for the network, in the order the kernel was asked for it. */
export type DiskEvent =
  | { readonly what: "write"; readonly path: string; readonly at: number; readonly bytes: Buffer }
  | { readonly what: "truncate"; readonly path: string; readonly size: number }
  | { readonly what: "unlink"; readonly path: string }
  /** What was written to the file before `from` has reached the disk; `from` is the number of an earlier event. */
  | { readonly what: "synced"; readonly path: string; readonly from: number }
  | { readonly what: "sent"; readonly bytes: Buffer };

type Pending = Extract<DiskEvent, { readonly what: "write" | "truncate" }>;

interface File {
  durable: Buffer;
  pending: { readonly number: number; readonly op: Pending }[];
}

const sectorBytes = 512;

function applied(file: Buffer, op: Pending): Buffer {
  if (op.what === "truncate") {
    const cut = Buffer.alloc(op.size);
    file.copy(cut);
    return cut;
  }
  const end = op.at + op.bytes.length;
  const grown = file.length >= end ? file : Buffer.concat([file, Buffer.alloc(end - file.length)]);
  op.bytes.copy(grown, op.at);
  return grown;
}

/**
 * A disk that keeps for sure only what was flushed. After a power cut each write that was not may be there whole, in
 * part (so many sectors) or not at all, whatever came before or after it. Names of files are taken as they are.
 */
export class CarelessDisk {
  readonly #files = new Map<string, File>();
  #number = 0;

  constructor(files: ReadonlyMap<string, Buffer>) {
    for (const [path, bytes] of files) this.#files.set(path, { durable: Buffer.from(bytes), pending: [] });
  }

  take(event: DiskEvent): void {
    const number = this.#number++;
    if (event.what === "sent") return;
    if (event.what === "unlink") {
      this.#files.delete(event.path);
      return;
    }
    const file = this.#files.get(event.path) ?? { durable: Buffer.alloc(0), pending: [] };
    this.#files.set(event.path, file);
    if (event.what !== "synced") {
      file.pending.push({ number, op: event });
      return;
    }
    const isSafe = (pending: { readonly number: number }): boolean => pending.number < event.from;
    for (const { op } of file.pending.filter(isSafe)) file.durable = applied(file.durable, op);
    file.pending = file.pending.filter((pending) => !isSafe(pending));
  }

  /** What is found after the power is back, as chance has it. */
  afterPowerCut(random: () => number): Map<string, Buffer> {
    const found = new Map<string, Buffer>();
    for (const [path, { durable, pending }] of this.#files) {
      let file: Buffer = Buffer.from(durable);
      for (const { op } of pending) {
        const luck = random();
        if (luck < 0.4) continue;
        if (luck < 0.7 || op.what === "truncate") file = applied(file, op);
        else {
          const sectors = Math.floor(random() * Math.ceil(op.bytes.length / sectorBytes));
          file = applied(file, { ...op, bytes: op.bytes.subarray(0, sectors * sectorBytes) });
        }
      }
      found.set(path, file);
    }
    return found;
  }
}
