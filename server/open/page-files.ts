import { existsSync, readdirSync, readFileSync } from "node:fs";
import { extname, join, relative, sep } from "node:path";
import type { FastifyInstance } from "fastify";
import { nonceOf } from "./page-policy.ts";
import { ReadyBody } from "./ready-body.ts";
import { Refusal } from "./refusal.ts";

const types: Readonly<Record<string, string>> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
  ".wasm": "application/wasm",
  ".txt": "text/plain; charset=utf-8",
  ".map": "application/json; charset=utf-8",
};
const compressed = new Set([".png", ".jpg", ".webp", ".woff2"]);
const placeholder = "__CSP_NONCE__";

/**
 * The built page. Only what lay in the folder at the start is served, by exact name, so there is no path to climb.
 * Names under `assets/` carry a hash of their content and last for ever.
 */
export function addPageFiles(app: FastifyInstance, folder: string): void {
  const index = join(folder, "index.html");
  const page = existsSync(index) ? readFileSync(index, "utf8") : null;
  app.get("/", (request, reply) => {
    if (page === null) throw new Refusal("not-built");
    const own = page.replaceAll(placeholder, nonceOf(request));
    return reply.header("cache-control", "no-store").type("text/html; charset=utf-8").send(own);
  });
  if (page === null) return;
  for (const file of filesIn(folder)) {
    const path = `/${relative(folder, file).split(sep).join("/")}`;
    const ending = extname(file);
    if (file === index || types[ending] === undefined) continue;
    const type = types[ending];
    const cacheControl = path.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache";
    // Read now, not at the first request: a build made beside a running server must not take its pages away.
    const ready = new ReadyBody(readFileSync(file), type, !compressed.has(ending));
    app.get(path, (request, reply) => ready.send(request, reply, cacheControl));
  }
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
