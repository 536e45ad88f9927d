import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import type { Community } from "../../models/community/community.ts";
import { placeBounds } from "../../models/community/place-bounds.ts";
import { may } from "../../models/duty/authority.ts";
import { toLocalIn } from "../../models/formats/to-local.ts";
import {
  mappingJsonSchema,
  mappingRow,
  readMappingFile,
  type MappingRow,
} from "../../models/mapping/mapping-file.ts";
import { placedWords } from "../../models/language/issue-words.ts";
import { text, type Text } from "../../models/language/text.ts";
import { askerOf } from "./asker.ts";
import { parsed, queryOf } from "./query.ts";
import { ReadyBody } from "./ready-body.ts";
import { Refusal } from "./refusal.ts";
import type { Rooms } from "./rooms.ts";

const oneDevice = z.strictObject({ device: z.string().min(1).max(256) });
const oneRow = z.strictObject({ id: z.string().min(1).max(200) });
/** `confirmed`: although values that the device has shown do not fit. */
const newRow = z.strictObject({ row: mappingRow, confirmed: z.boolean().optional() });
const tried = z.strictObject({ device: z.string().min(1).max(256), row: mappingRow });

const rowLimitBytes = 256 * 1024;
const fileLimitBytes = 8 * 1024 * 1024;

/** Devices of foreign sources and the mapping that makes readings of what they say: for an administrator alone. */
export function addMappingRoutes(app: FastifyInstance, { access, community, mappings }: Rooms): void {
  const schema = ReadyBody.json(mappingJsonSchema());
  app.get("/api/v1/schemas/mapping", (request, reply) => schema.send(request, reply, "public, max-age=3600"));

  /** @returns the session, for the trail. */
  const administrator = async (request: FastifyRequest): Promise<string> => {
    const { authority, session } = await askerOf(request, access);
    if (session === null || !may(authority, "edit-mapping")) throw new Refusal("not-allowed");
    return session.session;
  };
  // Before the body is read: a stranger's megabyte is not worth the memory.
  const onRequest = async (request: FastifyRequest): Promise<void> => void (await administrator(request));
  const large = { onRequest, bodyLimit: rowLimitBytes };

  app.get("/api/v1/mapping", { onRequest }, () => mappings.file);
  app.get("/api/v1/mapping/devices", { onRequest }, () => ({ devices: mappings.list() }));
  app.get("/api/v1/mapping/draft", { onRequest }, (request) => {
    const { device } = queryOf(oneDevice, request);
    const row = mappings.draft(device);
    if (row === null) throw new Refusal("not-found", noSuchDevice);
    return { row };
  });

  app.post("/api/v1/mapping/preview", large, (request) => {
    const { device, row } = parsed(tried, request.body);
    checkPlace(row, community);
    const preview = mappings.preview(device, row);
    if (preview === null) throw new Refusal("not-found", noSuchDevice);
    return preview;
  });

  app.post("/api/v1/mapping/rows", large, async (request) => {
    const who = await administrator(request);
    const { row, confirmed } = parsed(newRow, request.body);
    checkPlace(row, community);
    const unfit = confirmed === true ? [] : mappings.unfit(row);
    if (unfit.length > 0) throw new Refusal("bad-request", unfitWords(unfit));
    if (!(await mappings.save(row, who))) throw new Refusal("bad-request", tooManyRows);
    return { saved: row.id };
  });

  app.post("/api/v1/mapping/rows/remove", large, async (request) => {
    const who = await administrator(request);
    const { id } = parsed(oneRow, request.body);
    if (!(await mappings.remove(id, who))) throw new Refusal("not-found", text("没有这一行", "no such row"));
    return { removed: id };
  });

  app.post("/api/v1/mapping/import", { ...large, bodyLimit: fileLimitBytes }, async (request) => {
    const who = await administrator(request);
    const read = readMappingFile(request.body);
    if (!read.ok) throw new Refusal("bad-request", placedWords(read.where, read.sentence));
    for (const row of read.file.rows) checkPlace(row, community);
    const rows = read.file.rows.length;
    if (!(await mappings.take(read.file, who))) throw new Refusal("bad-request", tooManyRows);
    return { rows };
  });
}

const noSuchDevice = text("没有这样的设备在等待映射", "no such device waits here");
const tooManyRows = text("行数过多，请先删去一些", "there are too many rows: remove some first");

const mostNamed = 5;

function unfitWords(pointers: readonly string[]): Text {
  const named = pointers.slice(0, mostNamed);
  const more = pointers.length > mostNamed ? " …" : "";
  return text(
    `${named.join("、")}${more} 最近的数值与测点不符，将不被采用；请更正类型、词语或单位，或确认仍要保存`,
    `the last values of ${named.join(", ")}${more} do not fit their points and would not be taken; mend type, words or unit, or confirm it`,
  );
}

type Places = Pick<Community, "buildings" | "dwellings" | "spaces" | "extent" | "place">;

/** @throws Refusal for a place this community does not have, or where nothing of it can be. */
function checkPlace({ id, at }: MappingRow, community: Places): void {
  if (at === undefined) return;
  const { buildings, dwellings, spaces } = community;
  const fail = (zh: string, en: string): never => {
    throw new Refusal("bad-request", text(`行 ${id}：${zh}`, `row ${id}: ${en}`));
  };
  const refuse = (zh: string, en: string, name: string): never =>
    fail(`本社区没有${zh} ${name}`, `this community has no ${en} ${name}`);
  if (at.building !== undefined && !buildings.some((each) => each.id === at.building))
    refuse("楼栋", "building", at.building);
  const home = dwellings.find((each) => each.id === at.dwelling);
  if (at.dwelling !== undefined && home === undefined) refuse("住户", "dwelling", at.dwelling);
  if (home && at.building !== undefined && home.building !== at.building)
    refuse(`住户 ${home.id} 所在的楼栋`, `dwelling ${home.id} in building`, at.building);
  if (at.space !== undefined && !spaces.some((each) => each.id === at.space))
    refuse("空间", "space", at.space);
  const bounds = placeBounds(community);
  const { storey, position, building = home?.building ?? null } = at;
  const storeyFault = storey === undefined ? null : bounds.storeyFault(building, storey);
  if (storeyFault) fail(storeyFault["zh-CN"], storeyFault.en);
  const metres = position && "lon" in position ? toLocalIn(community)(position) : (position ?? null);
  const positionFault = metres && bounds.positionFault(metres);
  if (positionFault) fail(positionFault["zh-CN"], positionFault.en);
}
