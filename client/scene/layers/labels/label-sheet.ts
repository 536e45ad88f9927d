import { priorityColour, priorityShape } from "../../../look/palette.ts";
import type { Mood, Theme } from "../../../look/palette.ts";
import type { CanvasMaker } from "../ground/ground-layer.ts";
import type { LabelStyle } from "./label-style.ts";
import { labelFace, labelStyle } from "./label-style.ts";
import type { PlacedLabel } from "./place-labels.ts";

export interface LabelText {
  readonly title: string;
  readonly line: string | null;
  /** 0 all well, 1 = P4 … 4 = P1: its sign stands before the name. */
  readonly trouble: number;
}

const levels = [null, "P4", "P3", "P2", "P1"] as const;

/** Draws labels on a transparent sheet over the picture; each label's own bitmap is made once. */
export class LabelSheet {
  readonly #context: CanvasRenderingContext2D;
  readonly #canvas: CanvasMaker;
  readonly #path: (svg: string) => Path2D;
  readonly #bitmaps = new Map<string, HTMLCanvasElement>();
  readonly #widths = new Map<string, number>();
  #style: LabelStyle = labelStyle("rich", "dark");
  #theme: Theme = "dark";
  #ratio = 1;
  #scale = 1;

  constructor(context: CanvasRenderingContext2D, canvas: CanvasMaker, path: (svg: string) => Path2D) {
    this.#context = context;
    this.#canvas = canvas;
    this.#path = path;
  }

  /** How much larger than usual the type is. */
  get scale(): number {
    return this.#scale;
  }

  setSize(widthPx: number, heightPx: number, ratio: number, scale: number): void {
    const { canvas } = this.#context;
    canvas.width = Math.max(1, Math.round(widthPx * ratio));
    canvas.height = Math.max(1, Math.round(heightPx * ratio));
    if (ratio !== this.#ratio || scale !== this.#scale) this.#forget();
    this.#ratio = ratio;
    this.#scale = scale;
  }

  dress(mood: Mood, theme: Theme): void {
    const style = labelStyle(mood, theme);
    if (style === this.#style) return;
    this.#style = style;
    this.#theme = theme;
    this.#forget();
  }

  /** CSS pixels a label takes. */
  sizeOf({ title, line, trouble }: LabelText): { width: number; height: number } {
    const { padX, height, lineHeight } = this.#style;
    const sign = trouble > 0 ? this.#signPx : 0;
    const text = Math.max(
      this.#widthOf(title, this.#titleFont),
      line === null ? 0 : this.#widthOf(line, this.#lineFont),
    );
    return {
      width: Math.ceil(text + sign + 2 * padX * this.#scale),
      height: Math.ceil((height + (line === null ? 0 : lineHeight)) * this.#scale),
    };
  }

  draw(labels: readonly PlacedLabel[], textOf: (id: number) => LabelText): void {
    const context = this.#context;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, context.canvas.width, context.canvas.height);
    context.setTransform(this.#ratio, 0, 0, this.#ratio, 0, 0);
    const { leader, dot } = this.#style;
    for (const label of labels) {
      context.strokeStyle = leader;
      context.lineWidth = 1.25 * this.#scale;
      context.beginPath();
      context.moveTo(label.x, label.bottom);
      context.lineTo(label.x, label.y);
      context.stroke();
      context.fillStyle = dot;
      context.beginPath();
      context.arc(label.x, label.y, 1.8 * this.#scale, 0, 2 * Math.PI);
      context.fill();
      const [width, height] = [label.right - label.left, label.bottom - label.top];
      const bitmap = this.#bitmap(textOf(label.id), width, height);
      if (bitmap) context.drawImage(bitmap, label.left, label.top, width, height);
    }
  }

  get #titleFont(): string {
    return `${this.#style.weight} ${this.#style.sizePx * this.#scale}px ${labelFace}`;
  }

  get #lineFont(): string {
    return `${12 * this.#scale}px ${labelFace}`;
  }

  get #signPx(): number {
    return (this.#style.sizePx + 4) * this.#scale;
  }

  #widthOf(text: string, font: string): number {
    const key = `${font}\n${text}`;
    const known = this.#widths.get(key);
    if (known !== undefined) return known;
    this.#context.font = font;
    const { width } = this.#context.measureText(text);
    if (this.#widths.size > 4000) this.#widths.clear();
    this.#widths.set(key, width);
    return width;
  }

  #forget(): void {
    this.#bitmaps.clear();
    this.#widths.clear();
  }

  #bitmap(text: LabelText, width: number, height: number): HTMLCanvasElement | null {
    const { title, line, trouble } = text;
    const key = `${trouble}\n${title}\n${line ?? ""}`;
    const made = this.#bitmaps.get(key);
    if (made) return made;
    const context = this.#canvas(Math.ceil(width * this.#ratio), Math.ceil(height * this.#ratio));
    if (!context) return null;
    const { ground, ink, dim, rim, padX, height: first, lineHeight, round } = this.#style;
    const scale = this.#scale;
    context.scale(this.#ratio, this.#ratio);
    context.beginPath();
    context.roundRect(0.5, 0.5, width - 1, height - 1, round * scale);
    context.fillStyle = ground;
    context.fill();
    context.strokeStyle = rim;
    context.stroke();
    if (trouble > 0) this.#sign(context, trouble, padX * scale, (first / 2) * scale);
    const left = padX * scale + (trouble > 0 ? this.#signPx : 0);
    context.textBaseline = "middle";
    context.fillStyle = ink;
    context.font = this.#titleFont;
    context.fillText(title, left, (first / 2 + 0.8) * scale);
    if (line !== null) {
      context.fillStyle = dim;
      context.font = this.#lineFont;
      context.fillText(line, left, (first + lineHeight / 2 - 2.5) * scale);
    }
    if (this.#bitmaps.size > 300) this.#bitmaps.clear();
    this.#bitmaps.set(key, context.canvas);
    return context.canvas;
  }

  /** The priority's shape in its colour, left of the name. */
  #sign(context: CanvasRenderingContext2D, trouble: number, left: number, middle: number): void {
    const level = levels[Math.min(trouble, 4)] ?? null;
    if (level === null) return;
    const half = (this.#style.sizePx / 2 - 0.8) * this.#scale;
    context.save();
    context.translate(left + half, middle);
    context.scale(half, half);
    context.fillStyle = priorityColour[this.#theme][level];
    context.fill(this.#path(priorityShape[level]));
    context.restore();
  }
}
