import type { FastifyInstance } from "fastify";
import { communityDocument, publicDocument } from "../../models/community/community.ts";
import { meshBytes } from "../../models/community/mesh-bytes.ts";
import { may } from "../../models/duty/authority.ts";
import { text } from "../../models/language/text.ts";
import { askerOf } from "./asker.ts";
import { ReadyBody } from "./ready-body.ts";
import { Refusal } from "./refusal.ts";
import type { Rooms } from "./rooms.ts";

/** Kept by the browser, asked about each time: cheap by ETag, and a change of duty or community is seen at once. */
const revalidated = "private, no-cache";

/** The community: what it is, as a document, as faces. */
export function addCommunityRoutes(app: FastifyInstance, { access, community, twin }: Rooms): void {
  const document = communityDocument(community);
  const forStaff = ReadyBody.json(document);
  const forAll = ReadyBody.json(publicDocument(document));
  const faces = community.mesh && new ReadyBody(meshBytes(community.mesh), "application/octet-stream");

  /** Changes with anything that can be seen of the community: whoever holds another one is out of date. */
  const model = [forAll.etag, faces?.etag ?? ""].join(" ");

  app.get("/api/v1/community", () => {
    const { id, name, source, skipped, extent, place, timeZone, counts } = community;
    const live = { devices: twin.deviceCount, points: twin.pointCount };
    return { id, name, source, counts: { ...counts, ...live }, skipped, extent, place, timeZone, model };
  });

  app.get("/api/v1/community/model", async (request, reply) => {
    const { authority } = await askerOf(request, access);
    return (may(authority, "see-dwellings") ? forStaff : forAll).send(request, reply, revalidated);
  });

  app.get("/api/v1/community/mesh", (request, reply) => {
    if (faces === null)
      throw new Refusal(
        "not-found",
        text("该社区没有自己的面模型", "this community has no faces of its own"),
      );
    return faces.send(request, reply, revalidated);
  });
}
