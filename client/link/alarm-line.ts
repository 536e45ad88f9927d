import type { AlarmAnswer, AlarmRequest } from "../../models/alarm/request.ts";
import type { Answer } from "../../models/stream/messages.ts";
import { AskedOnce } from "./asked-once.ts";
import type { LinkWire } from "./wire.ts";

/** What people do about alarms, on its way over the link. */
export class AlarmLine extends AskedOnce<AlarmRequest, Answer<AlarmAnswer>> {
  constructor(wire: () => LinkWire | null) {
    super(wire, (open, request, answered) => open.ask("alarm", request, answered));
  }
}
