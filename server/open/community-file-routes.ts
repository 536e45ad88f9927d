import type { Readable } from "node:stream";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import { may } from "../../models/duty/authority.ts";
import { text } from "../../models/language/text.ts";
import { askerOf } from "./asker.ts";
import { queryOf } from "./query.ts";
import { Refusal } from "./refusal.ts";
import type { Rooms } from "./rooms.ts";

export const communityFilePath = "/api/v1/community/file";

const handedIn = z.strictObject({
  name: z
    .string()
    .min(1)
    .max(200)
    .regex(/^[^\p{Cc}/\\]+$/u),
});

/** Reading takes seconds of a processor: enough for somebody who mends a file, too little to wear a server out. */
const fewAMinute = { rateLimit: { max: 10, timeWindow: "1 minute" } };

/** The city model an administrator hands in: taken, looked at, put back. */
export async function addCommunityFileRoutes(
  app: FastifyInstance,
  { access, communityDesk }: Rooms,
): Promise<void> {
  const administrator = async (request: FastifyRequest): Promise<string> => {
    const { authority, session } = await askerOf(request, access);
    if (session === null || !may(authority, "replace-community")) throw new Refusal("not-allowed");
    return session.session;
  };

  app.get(communityFilePath, async (request) => {
    await administrator(request);
    return communityDesk.status();
  });

  app.delete(communityFilePath, { config: fewAMinute }, async (request) => {
    const who = await administrator(request);
    if (!(await communityDesk.putBack(who)))
      throw new Refusal("not-found", text("当前没有上传的社区", "no uploaded community stands"));
    return { putBack: true };
  });

  await app.register((inner, _options, done) => {
    inner.removeAllContentTypeParsers();
    // Straight to the disk as it comes: a large model is never held in memory here.
    inner.addContentTypeParser("*", (_request, body, parsed) => parsed(null, body));
    inner.put<{ Body: Readable | undefined }>(
      communityFilePath,
      {
        bodyLimit: communityDesk.mostBytes + 1,
        config: fewAMinute,
        // Before the body is read: a stranger's gigabyte is not worth the disk.
        onRequest: async (request) => void (await administrator(request)),
      },
      async (request, reply) => {
        const { name } = queryOf(handedIn, request);
        const who = await administrator(request);
        if (request.body === undefined)
          throw new Refusal("bad-request", text("请把文件作为请求正文发送", "send the file as the body"));
        const outcome = await communityDesk.take(request.body, name, who);
        switch (outcome.done) {
          case "busy":
            throw new Refusal("busy");
          case "refused": {
            const { code, sentence } = outcome.problem;
            return reply.code(422).send({ error: { code, sentence } });
          }
          case "taken": {
            const { id, name: title, source, counts, skipped, place } = outcome.community;
            return { id, name: title, source, counts, skipped, place };
          }
        }
      },
    );
    done();
  });
}
