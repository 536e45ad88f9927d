import type { Theme } from "../../../look/palette.ts";
import type { CanvasMaker } from "../ground/ground-layer.ts";
import type { PlacedLabel } from "./place-labels.ts";

const font =
  '"Inter", "Noto Sans", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", system-ui, sans-serif';
const colours: Readonly<Record<Theme, { ground: string; ink: string; dim: string; line: string }>> = {
  dark: { ground: "rgba(22,25,29,.86)", ink: "#f1f3f5", dim: "#b4bac1", line: "rgba(255,255,255,.34)" },
  light: { ground: "rgba(255,255,255,.93)", ink: "#17222c", dim: "#53616d", line: "rgba(23,34,44,.36)" },
};

export interface LabelText {
  readonly title: string;
  readonly line: string | null;
}

/** Draws labels on a transparent sheet over the picture; each label's own bitmap is made once. */
export class LabelSheet {
  readonly #context: CanvasRenderingContext2D;
  readonly #canvas: CanvasMaker;
  readonly #bitmaps = new Map<string, HTMLCanvasElement>();
  readonly #widths = new Map<string, number>();
  #ratio = 1;

  constructor(context: CanvasRenderingContext2D, canvas: CanvasMaker) {
    this.#context = context;
    this.#canvas = canvas;
  }

  setSize(widthPx: number, heightPx: number, ratio: number): void {
    const { canvas } = this.#context;
    canvas.width = Math.max(1, Math.round(widthPx * ratio));
    canvas.height = Math.max(1, Math.round(heightPx * ratio));
    if (ratio !== this.#ratio) this.#bitmaps.clear();
    this.#ratio = ratio;
  }

  /** CSS pixels a label takes. */
  sizeOf({ title, line }: LabelText): { width: number; height: number } {
    const key = `${title}\n${line ?? ""}`;
    let width = this.#widths.get(key);
    if (width === undefined) {
      this.#context.font = `600 12.5px ${font}`;
      width = this.#context.measureText(title).width;
      if (line !== null) {
        this.#context.font = `12px ${font}`;
        width = Math.max(width, this.#context.measureText(line).width);
      }
      if (this.#widths.size > 4000) this.#widths.clear();
      this.#widths.set(key, width);
    }
    return { width: Math.ceil(width) + 20, height: line === null ? 23 : 38 };
  }

  draw(labels: readonly PlacedLabel[], textOf: (id: number) => LabelText, theme: Theme): void {
    const context = this.#context;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, context.canvas.width, context.canvas.height);
    context.setTransform(this.#ratio, 0, 0, this.#ratio, 0, 0);
    const { line, ink } = colours[theme];
    for (const label of labels) {
      context.strokeStyle = line;
      context.lineWidth = 1.25;
      context.beginPath();
      context.moveTo(label.x, label.bottom);
      context.lineTo(label.x, label.y);
      context.stroke();
      context.fillStyle = ink;
      context.beginPath();
      context.arc(label.x, label.y, 2, 0, 2 * Math.PI);
      context.fill();
      const bitmap = this.#bitmap(
        textOf(label.id),
        theme,
        label.right - label.left,
        label.bottom - label.top,
      );
      if (bitmap)
        context.drawImage(bitmap, label.left, label.top, label.right - label.left, label.bottom - label.top);
    }
  }

  #bitmap({ title, line }: LabelText, theme: Theme, width: number, height: number): HTMLCanvasElement | null {
    const key = `${theme}\n${title}\n${line ?? ""}`;
    const made = this.#bitmaps.get(key);
    if (made) return made;
    const context = this.#canvas(Math.ceil(width * this.#ratio), Math.ceil(height * this.#ratio));
    if (!context) return null;
    const paint = colours[theme];
    context.scale(this.#ratio, this.#ratio);
    context.beginPath();
    context.roundRect(0.5, 0.5, width - 1, height - 1, 6);
    context.fillStyle = paint.ground;
    context.fill();
    context.strokeStyle = paint.line;
    context.stroke();
    context.fillStyle = paint.ink;
    context.font = `600 12.5px ${font}`;
    context.fillText(title, 10, 15.5);
    if (line !== null) {
      context.fillStyle = paint.dim;
      context.font = `12px ${font}`;
      context.fillText(line, 10, 31);
    }
    if (this.#bitmaps.size > 300) this.#bitmaps.clear();
    this.#bitmaps.set(key, context.canvas);
    return context.canvas;
  }
}
