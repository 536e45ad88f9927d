import { z } from "zod";
import { refuse } from "../problem.ts";
import type { Capture, CapturedMessage, CaptureFile } from "./capture.ts";

const dump = z.object({
  shelly: z.looseObject({
    mac: z.string().optional(),
    id: z.string().optional(),
    gen: z.number().optional(),
  }),
  status: z.record(z.string(), z.unknown()),
});

export const isShellyDump = (json: unknown): boolean => dump.safeParse(json).success;

/** `shellyht-703523.json`, `shelly2pmg4-98A3.cover.json`: the device's own name is the file's up to the first dot. */
const deviceIn = (name: string): string => (name.split(/[/\\]/).at(-1) ?? name).split(".")[0] ?? name;

/**
 * What a device answered when asked for its whole status, published as it would publish it: first generation on
 * `shellies/<device>/info`, later ones as a notification on `<device>/events/rpc`.
 */
export function readShellyDump(json: unknown, { name }: CaptureFile): Capture {
  const { shelly, status } = dump.parse(json);
  const later = shelly.gen !== undefined && shelly.gen > 1;
  const device = later ? (shelly.id ?? deviceIn(name)) : deviceIn(name);
  const online = later ? `${device}/online` : `shellies/${device}/online`;
  const said: CapturedMessage = later
    ? {
        topic: `${device}/events/rpc`,
        payload: JSON.stringify({
          src: device,
          dst: `${device}/events`,
          method: "NotifyFullStatus",
          params: status,
        }),
        atOffsetMs: 0,
      }
    : { topic: `shellies/${device}/info`, payload: JSON.stringify(status), atOffsetMs: 0 };
  return {
    what: `a Shelly of ${later ? `generation ${shelly.gen}` : "the first generation"}`,
    messages: [said, { topic: online, payload: "true", atOffsetMs: 0 }],
    presence: [online],
    skipped: [],
  };
}

const description = z.object({
  blk: z.array(z.object({ I: z.number(), D: z.string() })),
  sen: z.array(z.object({ I: z.number(), D: z.string(), L: z.union([z.number(), z.array(z.number())]) })),
});
const values = z.object({ G: z.array(z.tuple([z.number(), z.number(), z.union([z.number(), z.string()])])) });

export const isCoIoT = (json: unknown): boolean =>
  values.safeParse(json).success || description.safeParse(json).success;

/** CoIoT values (`cits`), named by the description (`citd`) that lies beside them. */
export function readCoIoT(json: unknown, { name, beside }: CaptureFile): Capture {
  const numbers = values.safeParse(json);
  if (!numbers.success) {
    refuse(
      "description-only",
      "",
      "这是 CoIoT 描述（citd），不含数值；请播放同名的 cits 文件",
      "this is a CoIoT description (citd) without values; play the cits file of the same name",
    );
  }
  const words = description.safeParse(JSON.parse(beside(name.replace("cits", "citd")) ?? "null"));
  if (!words.success) {
    refuse(
      "no-description",
      "",
      "CoIoT 数值需要同目录下的描述文件（citd）",
      "CoIoT values need their description beside them: a file with citd in place of cits",
    );
  }
  const blocks = new Map(words.data.blk.map(({ I, D }) => [I, D]));
  const named: Record<string, Record<string, unknown>> = {};
  for (const [, id, value] of numbers.data.G) {
    const sensor = words.data.sen.find(({ I }) => I === id);
    const [block] = [sensor?.L ?? 0].flat();
    const part = blocks.get(block ?? 0) ?? "device";
    named[part] = { ...named[part], [sensor?.D ?? String(id)]: value };
  }
  const topic = `shellies/${deviceIn(name)}/coiot`;
  return {
    what: "CoIoT values",
    messages: [{ topic, payload: JSON.stringify(named), atOffsetMs: 0 }],
    presence: [`shellies/${deviceIn(name)}/online`],
    skipped: [],
  };
}
