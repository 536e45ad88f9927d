import * as z from "zod/mini";
import type { CityMesh, CommunityDocument } from "../../models/community/community.ts";
import { meshFromBytes } from "../../models/community/mesh-bytes.ts";
import { desks, duties } from "../../models/duty/duty.ts";
import { buildingId, dwellingId } from "../../models/ids.ts";
import { text, type Text } from "../../models/language/text.ts";
import type { Asked, DeskSession } from "./desk-context.ts";

const words = z.object({ "zh-CN": z.string(), en: z.string() });
const sessionAnswer = z.object({
  signedIn: z.boolean(),
  duty: z.enum(duties),
  desk: z.enum(desks),
  dwelling: z.nullable(
    z.object({
      id: z.pipe(z.string(), z.transform(dwellingId)),
      name: words,
      building: z.pipe(z.string(), z.transform(buildingId)),
      storey: z.number(),
    }),
  ),
});
const modelAnswer = z.object({ model: z.string() });
const refusal = z.object({ error: z.object({ sentence: words, hint: z.optional(words) }) });
const communityAnswer = z.looseObject({
  id: z.string(),
  name: words,
  timeZone: z.string(),
  frame: z.looseObject({ radiusM: z.number() }),
  buildings: z.array(z.looseObject({ id: z.string() })),
  counts: z.looseObject({ buildings: z.number() }),
});

export const unreachable = text("连不上服务器", "the server cannot be reached");
const refused = text("服务器拒绝了请求", "the server refused");

/** What exactly was refused belongs to the sentence. */
const hinted = ({ sentence, hint }: { readonly sentence: Text; readonly hint?: Text | undefined }): Text =>
  hint === undefined
    ? sentence
    : text(`${sentence["zh-CN"]}（${hint["zh-CN"]}）`, `${sentence.en} (${hint.en})`);

/** What an answer says. */
export function askedOf(status: number, written: string): Asked {
  try {
    const body: unknown = JSON.parse(written);
    if (status >= 200 && status < 300) return { ok: true, body };
    const said = refusal.safeParse(body);
    return { ok: false, status, sentence: said.success ? hinted(said.data.error) : refused };
  } catch {
    return { ok: false, status, sentence: refused };
  }
}

/** The server over HTTP, as desks ask it. */
export interface ServerDoor {
  readonly ask: (path: string) => Promise<Asked>;
  readonly tell: (path: string, body: unknown) => Promise<Asked>;
  readonly put: (path: string, body: unknown) => Promise<Asked>;
  readonly drop: (path: string) => Promise<Asked>;
  /** Which model stands; null when the server cannot be reached. */
  readonly model: () => Promise<string | null>;
  /** @returns null when the answer cannot be read. */
  readonly session: () => Promise<DeskSession | "unreachable" | "unreadable">;
  readonly community: () => Promise<CommunityDocument | "unreachable" | "unreadable">;
  readonly mesh: (document: CommunityDocument) => Promise<CityMesh | null>;
}

const said = (method: "POST" | "PUT", body: unknown): RequestInit => ({
  method,
  headers: { "content-type": "application/json" },
  body: JSON.stringify(body),
});

export function serverDoor(fetching: typeof fetch): ServerDoor {
  const request = async (path: string, init: RequestInit): Promise<Asked> => {
    try {
      const response = await fetching(path, { credentials: "same-origin", ...init });
      // `/health` answers 503 with a body worth reading.
      const body: unknown = await response.json();
      if (response.ok || path === "/health") return { ok: true, body };
      const said = refusal.safeParse(body);
      return {
        ok: false,
        status: response.status,
        sentence: said.success ? hinted(said.data.error) : refused,
      };
    } catch {
      return { ok: false, status: 0, sentence: unreachable };
    }
  };
  const ask = (path: string): Promise<Asked> => request(path, {});
  return {
    ask,
    tell: (path, body) => request(path, said("POST", body)),
    put: (path, body) => request(path, said("PUT", body)),
    drop: (path) => request(path, { method: "DELETE" }),
    async model() {
      const asked = await ask("/api/v1/community");
      const read = asked.ok ? modelAnswer.safeParse(asked.body) : null;
      return read?.success ? read.data.model : null;
    },
    async session() {
      const asked = await ask("/api/v1/session");
      if (!asked.ok) return "unreachable";
      const read = sessionAnswer.safeParse(asked.body);
      return read.success ? read.data : "unreadable";
    },
    async community() {
      const asked = await ask("/api/v1/community/model");
      if (!asked.ok) return "unreachable";
      return communityAnswer.safeParse(asked.body).success ? (asked.body as CommunityDocument) : "unreadable";
    },
    async mesh(document) {
      if (document.mesh === null) return null;
      try {
        const response = await fetching("/api/v1/community/mesh", { credentials: "same-origin" });
        return response.ok ? meshFromBytes(await response.arrayBuffer(), document.mesh.objects) : null;
      } catch {
        return null;
      }
    },
  };
}
