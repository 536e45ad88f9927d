import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import {
  askedOverride,
  overrideJsonSchema,
  readableOverrideFile,
  type AskedOverride,
} from "../../models/alarm/rules/override-file.ts";
import { overridePlace, readOverrides, type OverridePlace } from "../../models/alarm/rules/overrides.ts";
import type { Community } from "../../models/community/community.ts";
import { may } from "../../models/duty/authority.ts";
import { deviceId } from "../../models/ids.ts";
import { placedWords } from "../../models/language/issue-words.ts";
import { text, type Text } from "../../models/language/text.ts";
import type { RuleMaker } from "../rule-desk/rule-desk.ts";
import { askerOf } from "./asker.ts";
import { parsed, queryOf } from "./query.ts";
import { ReadyBody } from "./ready-body.ts";
import { Refusal } from "./refusal.ts";
import type { Rooms } from "./rooms.ts";

const reason = z.string().trim().min(1).max(500);
const placeWords = z.string().max(1000).transform(jsonOf).pipe(overridePlace);
const removed = z.strictObject({ limit: z.string().min(1).max(256), at: placeWords, reason });
const imported = z.strictObject({ file: readableOverrideFile, reason });
const fileLimitBytes = 4 * 1024 * 1024;
const path = "/api/v1/alarm-rules/overrides";

function jsonOf(words: string, context: z.RefinementCtx): unknown {
  try {
    return JSON.parse(words);
  } catch {
    context.addIssue("not JSON");
    return z.NEVER;
  }
}

/** What of the alarm rules is otherwise for places: for a supervisor alone. */
export function addRuleRoutes(app: FastifyInstance, { access, rules, community, twin }: Rooms): void {
  const schema = ReadyBody.json(overrideJsonSchema());
  app.get("/api/v1/schemas/alarm-rules", (request, reply) =>
    schema.send(request, reply, "public, max-age=3600"),
  );

  const supervisor = async (request: FastifyRequest): Promise<RuleMaker> => {
    const { authority, session } = await askerOf(request, access);
    if (session === null || !may(authority, "set-rules")) throw new Refusal("not-allowed");
    return { session: session.session, name: session.name };
  };
  // Before the body is read: a stranger's megabyte is not worth the memory.
  const onRequest = async (request: FastifyRequest): Promise<void> => void (await supervisor(request));
  const check = (asked: readonly AskedOverride[]): void => {
    const read = readOverrides(asked.map((each) => ({ ...each, who: "-", atMs: 0 })));
    if (!read.ok) throw new Refusal("bad-request", placedWords(read.where, read.sentence));
    for (const [k, { at }] of asked.entries()) {
      const missing = missingPlace(at, community, (id) => twin.device(id) !== undefined);
      if (missing !== null) throw new Refusal("bad-request", placedWords(`${k}.at`, missing));
    }
  };

  app.get(path, { onRequest }, () => ({ "alarm-rules": 1, overrides: rules.overrides }));
  app.get("/api/v1/alarm-rules/history", { onRequest }, async () => ({ changes: await rules.history() }));

  app.put(path, { onRequest }, async (request) => {
    const by = await supervisor(request);
    const asked = parsed(askedOverride, request.body);
    check([asked]);
    await rules.set(asked, by);
    return { overrides: rules.overrides };
  });

  app.delete(path, { onRequest }, async (request) => {
    const by = await supervisor(request);
    const { reason: why, ...of } = queryOf(removed, request);
    if (!(await rules.remove(of, why, by)))
      throw new Refusal("not-found", text("此处没有规则调整", "nothing is otherwise there"));
    return { overrides: rules.overrides };
  });

  app.post(`${path}/import`, { onRequest, bodyLimit: fileLimitBytes }, async (request) => {
    const by = await supervisor(request);
    const { file, reason: why } = parsed(imported, request.body);
    const asked = file.overrides.map(({ limit, at, set, reason: said }) => ({
      limit,
      at,
      set,
      reason: said,
    }));
    check(asked);
    return { changes: await rules.replaceAll(asked, why, by), overrides: rules.overrides };
  });
}

/** Why there is no such place; null when there is. */
function missingPlace(
  at: OverridePlace,
  { buildings, gridCells }: Community,
  isKnown: (id: ReturnType<typeof deviceId>) => boolean,
): Text | null {
  if ("community" in at) return null;
  if ("gridCell" in at)
    return gridCells.some(({ id }) => id === at.gridCell)
      ? null
      : text(`没有网格 ${at.gridCell}`, `there is no grid cell ${at.gridCell}`);
  if ("device" in at)
    return isId(at.device) && isKnown(deviceId(at.device))
      ? null
      : text(`没有设备 ${at.device}`, `there is no device ${at.device}`);
  return buildings.some(({ id }) => id === at.building)
    ? null
    : text(`没有楼栋 ${at.building}`, `there is no building ${at.building}`);
}

function isId(candidate: string): boolean {
  try {
    deviceId(candidate);
    return true;
  } catch {
    return false;
  }
}
