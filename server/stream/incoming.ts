import * as z from "zod";
import type { CommandRequest } from "../../models/command/command.ts";
import type { AlarmRequest } from "../../models/alarm/request.ts";
import {
  actionId,
  alarmIdOf,
  buildingId,
  gridCellId,
  commandId,
  deviceId,
  propertyId,
} from "../../models/ids.ts";
import type { Look } from "../../models/presence/presence.ts";
import { protocol, type RefusalCode } from "../../models/stream/messages.ts";
import { pages } from "../../models/view/view-state.ts";

const whole = z.int().nonnegative();
const channelName = z.string().min(1).max(300);
/** More channels than anybody is in. */
const manyChannels = 16;

const hello = z.strictObject({ protocol: whole, frames: z.literal(1) });
const watch = z.strictObject({
  channels: z
    .array(z.strictObject({ channel: channelName, epoch: whole, tick: whole.nullable() }))
    .max(manyChannels)
    .refine((channels) => new Set(channels.map((each) => each.channel)).size === channels.length),
  records: z.strictObject({ run: whole, seq: whole }).nullable(),
});
const drawn = z.strictObject({
  channels: z.array(z.strictObject({ channel: channelName, tick: whole })).max(manyChannels),
});
const idOf = <Id>(born: (candidate: string) => Id) =>
  z.string().transform((candidate, context): Id => {
    try {
      return born(candidate);
    } catch {
      context.addIssue("not an id");
      return z.NEVER;
    }
  });
const command = z.strictObject({
  id: idOf(commandId),
  device: idOf(deviceId),
  property: idOf(propertyId),
  value: z.union([z.number(), z.string().max(64)]),
});
const words = z.string().max(1000);
const communityTime = z.int().nonnegative().max(Number.MAX_SAFE_INTEGER);
const onAlarm = {
  id: idOf(actionId),
  alarm: idOf(alarmIdOf),
  version: whole,
  note: words,
};
const alarm = z.discriminatedUnion("action", [
  z.strictObject({ ...onAlarm, action: z.enum(["acknowledge", "reset", "unshelve", "put-back", "note"]) }),
  z.strictObject({
    ...onAlarm,
    action: z.literal("shelve"),
    reason: words,
    untilMs: communityTime,
    oneShot: z.boolean(),
  }),
  z.strictObject({ ...onAlarm, action: z.literal("take-out"), workOrder: words }),
]);
const look = z.strictObject({
  page: z.enum(pages),
  selection: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("none") }),
    z.strictObject({ kind: z.literal("device"), device: idOf(deviceId) }),
    z.strictObject({
      kind: z.literal("building"),
      building: idOf(buildingId),
      storey: z.int().min(-100).max(1000).nullable(),
    }),
    z.strictObject({ kind: z.literal("cell"), cell: idOf(gridCellId) }),
    z.strictObject({ kind: z.literal("object"), object: z.string().max(256) }),
  ]),
  writingOn: idOf(alarmIdOf).nullable(),
  mutedUntilMs: communityTime.nullable(),
});
const rate = z.strictObject({ divisor: z.int().min(1).max(100) });

export type IncomingWatch = z.infer<typeof watch>;

/** A client's message past the border, or why it is none. */
export type Incoming =
  | { readonly event: "hello" }
  | { readonly event: "watch"; readonly watch: IncomingWatch }
  | { readonly event: "drawn"; readonly drawn: z.infer<typeof drawn> }
  | { readonly event: "command"; readonly request: CommandRequest }
  | { readonly event: "alarm"; readonly request: AlarmRequest }
  | { readonly event: "look"; readonly look: Look }
  | { readonly event: "rate"; readonly divisor: number }
  | { readonly event: "refused"; readonly code: RefusalCode; readonly unknown: boolean };

const bad = { event: "refused", code: "bad-message", unknown: false } as const satisfies Incoming;

/** Reads an event of any name with any payload; unknown names and fields are refused. */
export function parseIncoming(event: unknown, payload: unknown): Incoming {
  switch (event) {
    case "hello":
      return parseHello(payload);
    case "watch": {
      const read = watch.safeParse(payload);
      return read.success ? { event, watch: read.data } : bad;
    }
    case "drawn": {
      const read = drawn.safeParse(payload);
      return read.success ? { event, drawn: read.data } : bad;
    }
    case "command": {
      const read = command.safeParse(payload);
      return read.success ? { event, request: read.data } : bad;
    }
    case "alarm": {
      const read = alarm.safeParse(payload);
      return read.success ? { event, request: read.data } : bad;
    }
    case "look": {
      const read = look.safeParse(payload);
      return read.success ? { event, look: read.data } : bad;
    }
    case "rate": {
      const read = rate.safeParse(payload);
      return read.success ? { event, divisor: read.data.divisor } : bad;
    }
    default:
      return { ...bad, unknown: true };
  }
}

/** The version is looked at first: a hello of another version may look different altogether. */
function parseHello(payload: unknown): Incoming {
  const version = z.object({ protocol: whole }).safeParse(payload);
  if (!version.success) return bad;
  if (version.data.protocol < protocol) return { event: "refused", code: "protocol-too-old", unknown: false };
  if (version.data.protocol > protocol) return { event: "refused", code: "protocol-too-new", unknown: false };
  return hello.safeParse(payload).success ? { event: "hello" } : bad;
}
