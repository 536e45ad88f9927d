import type { AlarmRequest } from "../../models/alarm/request.ts";
import type { CommandRequest } from "../../models/command/command.ts";
import type { Authority } from "../../models/duty/duty.ts";
import type { Answer } from "../../models/stream/messages.ts";
import type { AlarmDesk, Asker } from "../alarm-desk/alarm-desk.ts";
import type { CommandDesk } from "../command-desk/command-desk.ts";

/** The desks that take what people ask for, as the stream knows them. */
export interface Desks {
  readonly commands: Pick<CommandDesk, "ask" | "recent" | "takeFresh">;
  readonly alarms: Pick<AlarmDesk, "ask" | "open" | "takeFresh">;
}

/** Something asked that is answered only once it is written down. */
export type DeskQuestion =
  | { readonly event: "command"; readonly request: CommandRequest }
  | { readonly event: "alarm"; readonly request: AlarmRequest };

/** @param asker null for nobody signed in. */
export function askDesk(
  { commands, alarms }: Desks,
  question: DeskQuestion,
  asker: Asker | null,
  authority: Authority,
): Promise<Answer<unknown>> {
  return question.event === "command"
    ? commands.ask(question.request, asker?.session ?? null, authority)
    : alarms.ask(question.request, asker);
}
