import { spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import type { DiskEvent } from "./power-cut.ts";

const calls = "pwrite64,write,writev,fsync,fdatasync,ftruncate,unlink,unlinkat";

/** Whether this machine lets us listen to what a process asks of its kernel. */
export const canListen = (): boolean =>
  spawnSync("strace", ["-e", "trace=none", "true"], { stdio: "ignore" }).status === 0;

export interface Listener {
  /** Resolves when the process is gone and all that was heard is in the file. */
  readonly ended: Promise<void>;
}

/** Listens to a process from now on until it ends. @returns once it hears. */
export async function listenTo(pid: number, file: string): Promise<Listener> {
  const args = ["-f", "-y", "-xx", "-s", "4194304", "-e", `trace=${calls}`, "-o", file, "-p", String(pid)];
  const listener = spawn("strace", args, { stdio: ["ignore", "ignore", "pipe"] });
  const ended = new Promise<void>((resolve) => listener.once("close", () => resolve()));
  await new Promise<void>((resolve, reject) => {
    listener.once("exit", (code) => reject(new Error(`strace ended with ${code}`)));
    listener.stderr.on("data", (said) => String(said).includes("attached") && resolve());
  });
  return { ended };
}

const line = /^(\d+) +(?:<\.\.\. )?(\w+)(?:\(\d+<((?:\\x..)*)>(.*)|\((.*)| resumed>(.*))$/;
const text = (hex: string): Buffer => Buffer.from(hex.replaceAll("\\x", ""), "hex");
const strings = (args: string): Buffer =>
  Buffer.concat([...args.matchAll(/"((?:\\x..)*)"/g)].map(([, hex = ""]) => text(hex)));

/** What was heard, as far as it is about files of this folder and sockets. */
export function heardIn(file: string, folder: string): DiskEvent[] {
  const events: DiskEvent[] = [];
  /** By thread, a flush that has begun. */
  const flushing = new Map<string, { readonly path: string; readonly from: number }>();
  for (const heard of readFileSync(file, "latin1").split("\n")) {
    const [, thread = "", call = "", hexPath = "", args = "", only = "", resumed] = line.exec(heard) ?? [];
    const path = text(hexPath).toString();
    const isOurs = path.startsWith(folder);
    if (call === "write" || call === "writev") {
      if (path.startsWith("socket:")) events.push({ what: "sent", bytes: strings(args) });
      else if (isOurs) throw new Error(`a write without a place: ${heard.slice(0, 200)}`);
    } else if (call === "pwrite64" && isOurs) {
      const at = Number(/, (\d+)(?:\) +=| <unfinished)/.exec(args)?.[1]);
      events.push({ what: "write", path, at, bytes: strings(args) });
    } else if (call === "ftruncate" && isOurs) {
      events.push({ what: "truncate", path, size: Number(/^, (\d+)/.exec(args)?.[1]) });
    } else if (call === "unlink" || call === "unlinkat") {
      const name = strings(only === "" ? args : only).toString();
      if (name.startsWith(folder)) events.push({ what: "unlink", path: name });
    } else if ((call === "fsync" || call === "fdatasync") && resumed === undefined && isOurs) {
      // It covers what was asked for before it began.
      if (args.includes("<unfinished")) flushing.set(thread, { path, from: events.length });
      else events.push({ what: "synced", path, from: events.length });
    } else if (resumed?.includes("= 0") === true && flushing.has(thread)) {
      const begun = flushing.get(thread)!;
      flushing.delete(thread);
      events.push({ what: "synced", ...begun });
    }
  }
  return events;
}
