import type { FastifyInstance } from "fastify";
import { text } from "../../models/language/text.ts";
import { askerOf } from "./asker.ts";
import { Refusal } from "./refusal.ts";
import type { Rooms } from "./rooms.ts";

export const readingsPath = "/api/v1/readings";
const readingsLimitBytes = 4 * 1024 * 1024;

/** Readings of an integration, as they came: the ingest room reads the bytes. */
export async function addReadingsRoute(app: FastifyInstance, { access, readings }: Rooms): Promise<void> {
  await app.register((inner, _options, done) => {
    inner.removeAllContentTypeParsers();
    // What is too large is never read, so the ingest room does not see it.
    inner.addHook("onError", (_request, _reply, error, done) => {
      if (error.code === "FST_ERR_CTP_BODY_TOO_LARGE") readings.turnedAwayOversize();
      done();
    });
    inner.addContentTypeParser(
      "*",
      { parseAs: "buffer", bodyLimit: readingsLimitBytes },
      (_request, body, parsed) => parsed(null, body),
    );
    inner.post<{ Body: Buffer | undefined }>(
      readingsPath,
      {
        bodyLimit: readingsLimitBytes,
        // Before the body is read: a stranger's megabyte is not worth the memory.
        onRequest: async (request) => {
          const { credential } = await askerOf(request, access);
          if (credential === null) throw new Refusal("token-needed");
          if (credential.use !== "ingest")
            throw new Refusal("not-allowed", text("该令牌不是用于写入读数的", "the token is not for ingest"));
        },
      },
      async (request) => {
        const contentType = request.headers["content-type"] ?? "";
        const answer = await readings.accept(request.body ?? Buffer.alloc(0), contentType);
        if (!("refused" in answer)) return answer;
        throw new Refusal(answer.refused === "oversize" ? "too-large" : "bad-request", answer.sentence);
      },
    );
    done();
  });
}
