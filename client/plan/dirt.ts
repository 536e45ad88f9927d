import type { PaneSize } from "./flat-camera.ts";
import type { PaneBox } from "./names/pane-box.ts";
import { mostReachPx } from "./overlay.ts";

/** With more places than this to draw again, the whole pane is drawn. */
const mostBoxes = 64;

/** Where the pane must be drawn again. Boxes are written over, never made anew. */
export class Dirt {
  readonly #boxes = Array.from({ length: mostBoxes }, () => ({ left: 0, right: 0, top: 0, bottom: 0 }));
  #count = 0;
  #isAll = false;

  get isNone(): boolean {
    return this.#count === 0 && !this.#isAll;
  }

  get isAll(): boolean {
    return this.#isAll;
  }

  all(): void {
    this.#isAll = true;
  }

  /** A sign whose middle is here, CSS pixels. */
  around(x: number, y: number, scale: number): void {
    const box = this.#boxes[this.#count];
    if (box === undefined) this.#isAll = true;
    if (box === undefined || this.#isAll) return;
    const reach = mostReachPx * scale;
    box.left = Math.floor(x - reach);
    box.right = Math.ceil(x + reach);
    box.top = Math.floor(y - reach);
    box.bottom = Math.ceil(y + reach);
    this.#count += 1;
  }

  *boxes({ widthPx, heightPx }: PaneSize): Generator<PaneBox> {
    if (this.#isAll) yield { left: 0, top: 0, right: widthPx, bottom: heightPx };
    else
      for (let i = 0; i < this.#count; i++) yield this.#boxes[i] ?? { left: 0, right: 0, top: 0, bottom: 0 };
  }

  clear(): void {
    this.#count = 0;
    this.#isAll = false;
  }
}
