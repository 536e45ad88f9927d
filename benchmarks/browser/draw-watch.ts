import type { BrowserContext } from "playwright-core";

/** What a page's WebGL was asked to do; kept by {@link watchDraws}. */
export interface DrawCounts {
  /** Calls that draw, since the page opened. */
  draws: number;
  /** Turns of the page in which something was drawn. */
  frames: number;
  /** Bytes handed to buffers and textures. */
  bytes: number;
  /** When the first frame with this many draws was over, ms since the navigation began; null until then. */
  firstPictureMs: number | null;
  /** The bytes last handed to a buffer as so many bytes as asked for; the page's own, not a copy. */
  watched: Uint8Array | null;
}

declare global {
  interface Window {
    drawCounts: DrawCounts;
  }
}

interface Watch {
  /** So many draws in a frame show the place and not only the sky. */
  readonly enough: number;
  /** `calls` makes every call with too little to fill a pixel: the page's own work is left, not that of the graphics. */
  readonly drawing: "all" | "calls";
  /** Length of the bytes to keep in sight, if any. */
  readonly watchedBytes?: number;
}

/** Watches every page of a context from before its first script. */
export async function watchDraws(context: BrowserContext, watch: Watch): Promise<void> {
  // The runner wraps named functions for its stack traces; in a page nothing needs that.
  await context.addInitScript("globalThis.__name = (named) => named");
  await context.addInitScript(inPage, watch);
}

function inPage({ enough, drawing, watchedBytes }: Watch): void {
  const counts: DrawCounts = { draws: 0, frames: 0, bytes: 0, firstPictureMs: null, watched: null };
  window.drawCounts = counts;
  const methods = WebGL2RenderingContext.prototype as unknown as Record<
    string,
    (...args: unknown[]) => unknown
  >;
  let inFrame = 0;
  const endFrame = (): void => {
    if (inFrame >= enough) counts.firstPictureMs ??= performance.now();
    counts.frames++;
    inFrame = 0;
  };
  /** Which arguments of each call say how many. */
  const amounts: Readonly<Record<string, readonly number[]>> = {
    drawArrays: [2],
    drawElements: [1],
    drawRangeElements: [3],
    drawArraysInstanced: [2, 3],
    drawElementsInstanced: [1, 4],
  };
  for (const [name, which] of Object.entries(amounts)) {
    const draw = methods[name];
    if (draw === undefined) continue;
    methods[name] = function (this: unknown, ...args) {
      counts.draws++;
      if (inFrame++ === 0) queueMicrotask(endFrame);
      if (drawing === "calls") for (const at of which) args[at] = Math.min(Number(args[at]), 1);
      return draw.apply(this, args);
    };
  }
  for (const name of ["bufferData", "bufferSubData", "texImage2D", "texSubImage2D"]) {
    const upload = methods[name];
    if (upload === undefined) continue;
    methods[name] = function (this: unknown, ...args) {
      for (const arg of args) {
        if (!ArrayBuffer.isView(arg)) continue;
        // The fifth argument of a part is how many elements of it go.
        const elements = name === "bufferSubData" ? Number(args[4] ?? 0) : 0;
        const each = "BYTES_PER_ELEMENT" in arg ? Number(arg.BYTES_PER_ELEMENT) : 1;
        counts.bytes += elements > 0 ? elements * each : arg.byteLength;
        if (arg instanceof Uint8Array && arg.length === watchedBytes) counts.watched = arg;
      }
      return upload.apply(this, args);
    };
  }
}
