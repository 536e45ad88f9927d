import type { Act, Alarm } from "../../models/alarm/alarm.ts";
import type { AlarmRefusal, AlarmRequest } from "../../models/alarm/request.ts";
import type { AlarmAction, AlarmEvent } from "../../models/alarm/transition.ts";
import type { SessionId } from "../../models/ids.ts";
import type { TrailAct, TrailEntry } from "../audit/entry.ts";

/** What a request does, done by this person now. */
export function actionOf(request: AlarmRequest, by: Act["by"], atMs: number): AlarmAction {
  const act = { by, atMs, note: request.note };
  switch (request.action) {
    case "shelve": {
      const { reason, untilMs, oneShot } = request;
      return { event: "shelve", act, reason, untilMs, oneShot };
    }
    case "take-out":
      return { event: "take-out", act, workOrder: request.workOrder };
    case "acknowledge":
    case "reset":
    case "unshelve":
    case "put-back":
    case "note":
      return { event: request.action, act };
  }
}

/** What a request lacks, whatever the alarm; null for nothing (AD5). */
export function lackOf(request: AlarmRequest, nowMs: number, longestShelfMs: number): AlarmRefusal | null {
  switch (request.action) {
    case "shelve":
      if (request.reason.trim() === "") return "no-reason";
      if (request.untilMs <= nowMs) return "no-end";
      return request.untilMs - nowMs > longestShelfMs ? "too-long" : null;
    case "take-out":
      return request.workOrder.trim() === "" ? "no-reason" : null;
    case "note":
      return request.note.trim() === "" ? "no-reason" : null;
    case "acknowledge":
    case "reset":
    case "unshelve":
    case "put-back":
      return null;
  }
}

/** Whether an event that was done is what the request asks for. */
export function isSame(request: AlarmRequest, done: AlarmEvent): boolean {
  if (!("act" in done) || done.event !== request.action || done.act.note !== request.note) return false;
  if (request.action === "shelve" && done.event === "shelve")
    return (
      done.reason === request.reason && done.untilMs === request.untilMs && done.oneShot === request.oneShot
    );
  if (request.action === "take-out" && done.event === "take-out") return done.workOrder === request.workOrder;
  return true;
}

const acts: Readonly<Record<AlarmRequest["action"], TrailAct>> = {
  acknowledge: "alarm-acknowledged",
  reset: "alarm-reset",
  shelve: "alarm-shelved",
  unshelve: "alarm-unshelved",
  "take-out": "alarm-taken-out",
  "put-back": "alarm-put-back",
  note: "alarm-noted",
};

export function trailEntryOf(request: AlarmRequest, alarm: Alarm, who: SessionId, by: Act["by"]): TrailEntry {
  const { note, id } = request;
  const detail: Record<string, string> = {
    duty: by.duty,
    name: by.name,
    version: String(alarm.version),
    action: id,
  };
  if (note !== "") detail["note"] = note;
  if (request.action === "shelve") {
    detail["reason"] = request.reason;
    detail["until"] = new Date(request.untilMs).toISOString();
    if (request.oneShot) detail["oneShot"] = "true";
  }
  if (request.action === "take-out") detail["workOrder"] = request.workOrder;
  return { act: acts[request.action], who, subject: alarm.alarm, detail };
}
