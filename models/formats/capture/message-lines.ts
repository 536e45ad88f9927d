import { z } from "zod";
import { notes } from "../notes.ts";
import { refuse } from "../problem.ts";
import { Tally } from "../tally.ts";
import { MessageClock, type Capture, type CapturedMessage } from "./capture.ts";

const zigbeeLine = z.object({
  entity: z.string().min(1),
  service: z.string().optional(),
  payload: z.string(),
});
const topicLine = z.object({
  topic: z.string().min(1),
  payload: z.unknown(),
  at: z.union([z.string(), z.number()]).optional(),
});
const stamped = z.object({ last_seen: z.string() });

const parsed = (line: string): unknown => {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return undefined;
  }
};

const firstLine = (text: string): unknown =>
  parsed(text.slice(0, 200_000).trimStart().split("\n", 1)[0] ?? "");

/** One message a line: of a Zigbee2MQTT entity, or with its topic. */
export const isMessageLines = (text: string): boolean =>
  zigbeeLine.safeParse(firstLine(text)).success || topicLine.safeParse(firstLine(text)).success;

/** @throws FileRefused when no line is a message. */
export function readMessageLines(text: string): Capture {
  const clock = new MessageClock();
  const tally = new Tally();
  const messages: CapturedMessage[] = [];
  const presence = new Set<string>();
  for (const line of text.split("\n")) {
    if (line.trim() === "") continue;
    const json = parsed(line);
    const zigbee = zigbeeLine.safeParse(json);
    const plain = topicLine.safeParse(json);
    if (zigbee.success) {
      const { entity, service, payload } = zigbee.data;
      const topic = `zigbee2mqtt/${entity}${service === undefined ? "" : `/${service}`}`;
      if (service === "availability") presence.add(topic);
      const seen = stamped.safeParse(parsed(payload));
      messages.push({
        topic,
        payload,
        atOffsetMs: clock.at(seen.success ? Date.parse(seen.data.last_seen) : null),
      });
    } else if (plain.success) {
      const { topic, payload, at } = plain.data;
      const momentMs = at === undefined ? null : typeof at === "number" ? at : Date.parse(at);
      const words = typeof payload === "string" ? payload : JSON.stringify(payload ?? null);
      messages.push({ topic, payload: words, atOffsetMs: clock.at(momentMs) });
    } else tally.add(notes.lineOther);
  }
  if (messages.length === 0) refuse("no-messages", "", "文件中没有消息", "the file holds no messages");
  return { what: "captured messages", messages, presence: [...presence], skipped: tally.list() };
}

const consoleLine = /^\s*(?:[\d:.]+\s+)?MQT:\s+(\S+)\s+=\s+(.*)$/;

/** The console of a Tasmota device: `17:28:45.907 MQT: tele/x/SENSOR = {…}`. */
export const isConsole = (text: string): boolean =>
  consoleLine.test(text.trimStart().split("\n", 1)[0] ?? "");

export function readConsole(text: string): Capture {
  const clock = new MessageClock();
  const tally = new Tally();
  const messages: CapturedMessage[] = [];
  for (const line of text.split("\n")) {
    if (line.trim() === "") continue;
    const [, topic, payload] = consoleLine.exec(line) ?? [];
    const [, hour, minute, second] = /^\s*(\d+):(\d+):([\d.]+)/.exec(line) ?? [];
    if (topic === undefined || payload === undefined) tally.add(notes.lineOther);
    else if (!topic.includes("tele/")) tally.add(notes.messageAnswer);
    else {
      const ofDay =
        second === undefined ? null : ((Number(hour) * 60 + Number(minute)) * 60 + Number(second)) * 1000;
      messages.push({ topic, payload: payload.trim(), atOffsetMs: clock.at(ofDay) });
    }
  }
  return { what: "a device's console", messages, presence: [], skipped: tally.list() };
}
