import { alarm } from "./messages/alarm.ts";
import { card, strip } from "./messages/card.ts";
import { communityFile } from "./messages/community-file.ts";
import { company } from "./messages/company.ts";
import { command } from "./messages/command.ts";
import { desk, keys, link, trouble } from "./messages/desk.ts";
import { diagnosis } from "./messages/diagnosis.ts";
import { drill } from "./messages/drill.ts";
import { figure } from "./messages/figure.ts";
import { find } from "./messages/find.ts";
import { health } from "./messages/health.ts";
import { list, plan, scene } from "./messages/list.ts";
import { mapping } from "./messages/mapping.ts";
import { measures } from "./messages/measures.ts";
import { office } from "./messages/office.ts";
import { open } from "./messages/open.ts";
import { model, overview } from "./messages/overview.ts";
import { page } from "./messages/page.ts";
import { table } from "./messages/table.ts";
import { rules } from "./messages/rules.ts";
import { wall } from "./messages/wall.ts";

/** Every sentence of the desks, by area. A name that belongs to a closed list stands in `names/` instead. */
export const messages = {
  desk,
  link,
  trouble,
  keys,
  list,
  scene,
  plan,
  card,
  command,
  alarm,
  strip,
  drill,
  figure,
  open,
  office,
  communityFile,
  mapping,
  health,
  overview,
  page,
  diagnosis,
  table,
  company,
  measures,
  find,
  wall,
  rules,
  model,
} as const;

type Messages = typeof messages;
export type MessageKey = {
  [Area in keyof Messages]: `${Area}.${keyof Messages[Area] & string}`;
}[keyof Messages];
