import type { Person } from "../duty/person.ts";
import { isAlarm, type Act, type Alarm } from "./alarm.ts";
import type { Alert } from "./alert.ts";

const somebody: Person = { duty: "operator", name: "" };
const act = ({ atMs }: Act): Act => ({ by: somebody, atMs, note: "" });

/** An alert or alarm without who did what about it, and without what they wrote: as any eye in the room may see it. */
export function withoutPeople(alert: Alert): Alert {
  if (!isAlarm(alert)) return alert;
  const { acknowledgement, shelf, outOfService } = alert;
  const discreet: Alarm = {
    ...alert,
    acknowledgement: acknowledgement && act(acknowledgement),
    shelf: shelf && { ...act(shelf), reason: "", untilMs: shelf.untilMs, oneShot: shelf.oneShot },
    outOfService: outOfService && { ...act(outOfService), workOrder: "" },
    changedBy: null,
  };
  return discreet;
}
