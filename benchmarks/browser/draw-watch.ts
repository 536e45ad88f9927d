import type { BrowserContext } from "playwright-core";

/** What a page's WebGL was asked to do; kept by {@link watchDraws}. */
export interface DrawCounts {
  /** Calls that draw, since the page opened. */
  draws: number;
  /** Bytes handed to buffers and textures. */
  bytes: number;
  /** When the first frame with this many draws was over, ms since the navigation began; null until then. */
  firstPictureMs: number | null;
}

declare global {
  interface Window {
    drawCounts: DrawCounts;
  }
}

interface Watch {
  /** So many draws in a frame show the place and not only the sky. */
  readonly enough: number;
  /** False lets the calls pass without drawing anything. */
  readonly drawing: boolean;
}

/** Watches every page of a context from before its first script. */
export async function watchDraws(context: BrowserContext, watch: Watch): Promise<void> {
  // The runner wraps named functions for its stack traces; in a page nothing needs that.
  await context.addInitScript("globalThis.__name = (named) => named");
  await context.addInitScript(inPage, watch);
}

function inPage({ enough, drawing }: Watch): void {
  const counts: DrawCounts = { draws: 0, bytes: 0, firstPictureMs: null };
  window.drawCounts = counts;
  const methods = WebGL2RenderingContext.prototype as unknown as Record<
    string,
    (...args: unknown[]) => unknown
  >;
  let inFrame = 0;
  const endFrame = (): void => {
    if (inFrame >= enough) counts.firstPictureMs ??= performance.now();
    inFrame = 0;
  };
  for (const name of ["drawArrays", "drawElements", "drawArraysInstanced", "drawElementsInstanced"]) {
    const draw = methods[name];
    if (draw === undefined) continue;
    methods[name] = function (this: unknown, ...args) {
      counts.draws++;
      if (inFrame++ === 0) queueMicrotask(endFrame);
      return drawing ? draw.apply(this, args) : undefined;
    };
  }
  for (const name of ["bufferData", "bufferSubData", "texImage2D", "texSubImage2D"]) {
    const upload = methods[name];
    if (upload === undefined) continue;
    methods[name] = function (this: unknown, ...args) {
      for (const arg of args) if (ArrayBuffer.isView(arg)) counts.bytes += arg.byteLength;
      return upload.apply(this, args);
    };
  }
}
