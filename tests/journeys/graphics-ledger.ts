import type { BrowserContext, Page } from "playwright-core";

/** What the page's scenes hold of the graphics. */
export interface GraphicsHeld {
  /** WebGL contexts that were ever asked for and are not lost. */
  readonly contexts: number;
  readonly buffers: number;
  readonly vertexArrays: number;
  readonly textures: number;
  readonly framebuffers: number;
  readonly programs: number;
}

declare global {
  interface Window {
    graphics: { held(): GraphicsHeld; lose(): void; restore(): void };
  }
}

/** Keeps count, in every page of a context, of what WebGL made and was given back. */
export const keepLedger = (context: BrowserContext): Promise<unknown> => context.addInitScript(ledger);

export const held = (page: Page): Promise<GraphicsHeld> => page.evaluate(() => window.graphics.held());

/** A browser that knows no WebGL at all. */
export const withoutWebGl = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(() => {
    type Ask = (this: HTMLCanvasElement, kind: string, how?: unknown) => unknown;
    const canvases = HTMLCanvasElement.prototype as unknown as { getContext: Ask };
    const asked: Ask = Reflect.get(canvases, "getContext");
    canvases.getContext = function (kind, how) {
      return kind.startsWith("webgl") ? null : asked.call(this, kind, how);
    };
  });

/** Runs in the browser before any script of the page. */
function ledger(): void {
  const kinds = {
    buffers: "Buffer",
    vertexArrays: "VertexArray",
    textures: "Texture",
    framebuffers: "Framebuffer",
    programs: "Program",
  } as const;
  type Kind = keyof typeof kinds;
  const made = new Map<WebGL2RenderingContext, Map<Kind, Set<unknown>>>();
  const of = (gl: WebGL2RenderingContext): Map<Kind, Set<unknown>> => {
    const known = made.get(gl);
    if (known !== undefined) return known;
    const fresh = new Map((Object.keys(kinds) as Kind[]).map((kind) => [kind, new Set<unknown>()]));
    made.set(gl, fresh);
    // What a lost context held is gone with it.
    (gl.canvas as HTMLCanvasElement).addEventListener("webglcontextlost", () => {
      for (const things of fresh.values()) things.clear();
    });
    return fresh;
  };
  const methods = WebGL2RenderingContext.prototype as unknown as Record<string, (thing?: unknown) => unknown>;
  for (const kind of Object.keys(kinds) as Kind[]) {
    const [create, drop] = [methods[`create${kinds[kind]}`]!, methods[`delete${kinds[kind]}`]!];
    methods[`create${kinds[kind]}`] = function (this: WebGL2RenderingContext) {
      const thing = create.call(this);
      of(this).get(kind)!.add(thing);
      return thing;
    };
    methods[`delete${kinds[kind]}`] = function (this: WebGL2RenderingContext, thing) {
      of(this).get(kind)!.delete(thing);
      return drop.call(this, thing);
    };
  }
  const living = (): WebGL2RenderingContext[] => [...made.keys()].filter((gl) => !gl.isContextLost());
  let loser: WEBGL_lose_context | null = null;
  window.graphics = {
    held() {
      const sum = (kind: Kind): number =>
        [...made.values()].reduce((all, things) => all + things.get(kind)!.size, 0);
      return {
        contexts: living().length,
        buffers: sum("buffers"),
        vertexArrays: sum("vertexArrays"),
        textures: sum("textures"),
        framebuffers: sum("framebuffers"),
        programs: sum("programs"),
      };
    },
    lose() {
      loser = living().at(-1)?.getExtension("WEBGL_lose_context") ?? null;
      loser?.loseContext();
    },
    restore() {
      loser?.restoreContext();
    },
  };
}
