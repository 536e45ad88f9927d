import { describe, expect, it } from "vitest";
import { serverDoor } from "../../../client/components/server-door.ts";
import { xingheGarden } from "../../../models/communities/index.ts";
import { communityDocument } from "../../../models/community/community.ts";

const doorTo = (answers: Readonly<Record<string, Response | "cut">>) =>
  serverDoor((input) => {
    const answer = answers[input as string];
    return answer === undefined || answer === "cut"
      ? Promise.reject(new Error("cut"))
      : Promise.resolve(answer);
  });
const json = (body: unknown, status = 200): Response => new Response(JSON.stringify(body), { status });
const session = { signedIn: true, duty: "operator", desk: "operator", dwelling: null, more: 1 };

describe("asking the server", () => {
  it("who one is", async () => {
    const { more: _, ...known } = session;
    expect(await doorTo({ "/api/v1/session": json(session) }).session()).toEqual(known);
  });

  it("is told from a server that cannot be reached and an answer that cannot be read", async () => {
    expect(await doorTo({}).session()).toBe("unreachable");
    expect(await doorTo({ "/api/v1/session": json({ ...session, duty: "king" }) }).session()).toBe(
      "unreadable",
    );
    expect(await doorTo({ "/api/v1/session": new Response("<html>") }).session()).toBe("unreachable");
    expect(await doorTo({ "/api/v1/community/model": json({ id: 1 }) }).community()).toBe("unreadable");
  });

  it("where one is", async () => {
    const document = communityDocument(xingheGarden());
    const here = await doorTo({ "/api/v1/community/model": json(document) }).community();
    expect(here).toEqual(JSON.parse(JSON.stringify(document)));
    expect(await doorTo({}).mesh(document)).toBeNull();
  });

  it("passes on the server's own sentence of a refusal", async () => {
    const sentence = { "zh-CN": "不允许", en: "not allowed" };
    const door = doorTo({ "/api/v1/tray": json({ error: { code: "not-allowed", sentence } }, 403) });
    expect(await door.ask("/api/v1/tray")).toEqual({ ok: false, status: 403, sentence });
  });

  it("passes on in both languages what exactly was refused", async () => {
    const sentence = { "zh-CN": "无法读取。", en: "Cannot be read." };
    const hint = { "zh-CN": "过大", en: "too large" };
    const door = doorTo({ "/api/v1/points": json({ error: { code: "bad-request", sentence, hint } }, 400) });
    expect(await door.ask("/api/v1/points")).toEqual({
      ok: false,
      status: 400,
      sentence: { "zh-CN": "无法读取。（过大）", en: "Cannot be read. (too large)" },
    });
  });

  it("reads what a failing server says of its health", async () => {
    const asked = await doorTo({ "/health": json({ status: "failing" }, 503) }).ask("/health");
    expect(asked).toEqual({ ok: true, body: { status: "failing" } });
  });
});
