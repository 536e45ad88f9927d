import type { Clock } from "../clock.ts";

/** Graphics that stay away longer than this are gone for good. */
export const graphicsDeadlineMs = 10_000;

/** What can become of the graphics of an open scene. */
export interface GraphicsTurns {
  /** The picture stands still; it may come back. */
  lost(): void;
  /** All the graphics held is gone and has to be sent again. */
  back(): void;
  /** They did not come back in time. Called once, and nothing after it. */
  gone(): void;
}

/** Watches a canvas for the loss of its WebGL context. @returns the function that ends the watching. */
export function watchGraphics(
  canvas: EventTarget,
  clock: Pick<Clock, "after">,
  turns: GraphicsTurns,
): () => void {
  let callOff: (() => void) | null = null;
  const ends = new AbortController();
  const end = (): void => {
    ends.abort();
    callOff?.();
    callOff = null;
  };
  const lost = (event: Event): void => {
    // Only a loss that is not taken as final is given back.
    event.preventDefault();
    if (callOff !== null) return;
    callOff = clock.after(graphicsDeadlineMs, () => {
      end();
      turns.gone();
    });
    turns.lost();
  };
  const back = (): void => {
    callOff?.();
    callOff = null;
    turns.back();
  };
  canvas.addEventListener("webglcontextlost", lost, { signal: ends.signal });
  canvas.addEventListener("webglcontextrestored", back, { signal: ends.signal });
  return end;
}
