import { Readable } from "node:stream";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import type { PastPage } from "../../models/alarm/past.ts";
import { may } from "../../models/duty/authority.ts";
import { type AlarmId, alarmIdOf } from "../../models/ids.ts";
import type { AlarmReader } from "../alarm-desk/alarm-past.ts";
import type { AlarmSearch } from "../../models/alarm/search.ts";
import type { PastMark } from "../alarm-desk/past-store.ts";
import { AlarmCsv } from "./alarm-csv.ts";
import { csvQuery, historyQuery, listQuery, markOf, searchOf, writtenMark } from "./alarm-query.ts";
import { askerOf } from "./asker.ts";
import { parsed, queryOf } from "./query.ts";
import { Refusal } from "./refusal.ts";
import type { Rooms } from "./rooms.ts";

const oneAlarm = z.strictObject({ alarm: z.string().min(1).max(512) });
const csvPage = 500;

/** Alarms of now and the past, the history of each, and their measures: for those who answer alarms. */
export function addAlarmRoutes(
  app: FastifyInstance,
  { access, alarms, reads, community, clock }: Rooms,
): void {
  const { past, measures, isDemo } = alarms;

  const readerOf = async (request: FastifyRequest): Promise<AlarmReader> => {
    const { authority, session } = await askerOf(request, access);
    if (session === null || !may(authority, "answer-alarms")) throw new Refusal("not-allowed");
    return { session: session.session, reads };
  };
  const stamp = () => ({ clock: new Date(clock.nowMs()).toISOString(), badges: isDemo() ? ["DEMO"] : [] });

  app.get("/api/v1/alarms", async (request) => {
    const reader = await readerOf(request);
    const { before, limit, ...query } = queryOf(listQuery, request);
    const found = await past.find(searchOf(query), markOf(before), limit, reader);
    const page: PastPage = { alarms: found.alarms, next: writtenMark(found.next) };
    return { ...stamp(), ...page };
  });

  app.get("/api/v1/alarms/measures", async (request) => {
    await readerOf(request);
    return { ...stamp(), measures: measures() };
  });

  app.get("/api/v1/alarms/:alarm/transitions", async (request) => {
    const reader = await readerOf(request);
    const { alarm } = parsed(oneAlarm, request.params);
    const { before, limit } = queryOf(historyQuery, request);
    const id = idOf(alarm);
    const history = id && (await past.historyOf(id, before ?? null, limit, reader));
    if (history === null) throw new Refusal("not-found");
    return { ...stamp(), ...history };
  });

  app.get("/api/v1/alarms.csv", async (request, reply) => {
    const reader = await readerOf(request);
    const { lang, ...query } = queryOf(csvQuery, request);
    const csv = new AlarmCsv(community, lang, isDemo());
    const pages = pagesOf(searchOf(query), reader);
    // Read before anything is answered, so that a refusal is one.
    const first = await pages.next();
    return reply
      .type("text/csv; charset=utf-8")
      .header("content-disposition", 'attachment; filename="alarms.csv"')
      .send(Readable.from(linesOf(csv, first, pages)));
  });

  async function* pagesOf(search: AlarmSearch, reader: AlarmReader) {
    let mark: PastMark | null = null;
    do {
      const found = await past.find(search, mark, csvPage, reader);
      yield found.alarms;
      mark = found.next;
    } while (mark !== null);
  }
}

type Pages = AsyncGenerator<PastPage["alarms"], void>;

async function* linesOf(
  csv: AlarmCsv,
  first: IteratorResult<PastPage["alarms"], void>,
  rest: Pages,
): AsyncGenerator<string> {
  yield csv.head;
  for (let page = first; page.done !== true; page = await rest.next())
    yield page.value.map((past) => csv.line(past)).join("");
}

/** Null for what cannot be the id of an alarm. */
function idOf(written: string): AlarmId | null {
  try {
    return alarmIdOf(written);
  } catch {
    return null;
  }
}
