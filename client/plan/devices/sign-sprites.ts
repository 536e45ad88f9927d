import { symbols } from "../../../models/device/kind.ts";
import { symbolPath } from "../../look/device-symbols.ts";
import { priorityShape } from "../../look/palette.ts";
import type { SignColours } from "../../look/sign-colours.ts";
import { conditionShape, recordedShape } from "../../look/sign-shapes.ts";
import { ActivityByte, bytesPerDevice, DeviceFlag } from "../../replica/replica-view.ts";

export type CanvasMaker = (widthPx: number, heightPx: number) => CanvasRenderingContext2D | null;
export type PathMaker = (svg: string) => Path2D;

/** From so many CSS pixels on a sign shows the drawing of its family; one with corners has less room for it. */
const drawnFromPx = 11.5;
const drawnInCornersFromPx = 16;
/** More pictures than this are of sizes long gone. */
const mostSprites = 1500;
/** Around a sign, for the second ring of what is recorded; a share of its size. */
const aroundShare = 1.3;

const shapeOfLevel = [null, priorityShape.P4, priorityShape.P3, priorityShape.P2, priorityShape.P1] as const;

/** Pictures of signs, each painted once and then only put down: the same shapes, colours and fillings as in the scene. */
export class SignSprites {
  readonly #canvas: CanvasMaker;
  readonly #path: PathMaker;
  readonly #paths = new Map<string, Path2D>();
  readonly #sprites = new Map<number, HTMLCanvasElement | null>();
  #colours: SignColours;
  #ratio = 1;

  constructor(canvas: CanvasMaker, path: PathMaker, colours: SignColours) {
    this.#canvas = canvas;
    this.#path = path;
    this.#colours = colours;
  }

  get colours(): SignColours {
    return this.#colours;
  }

  dress(colours: SignColours, ratio: number): void {
    this.#colours = colours;
    this.#ratio = ratio;
    this.#sprites.clear();
  }

  /** Puts the sign of a device down with its middle at a point, CSS pixels. */
  put(
    context: CanvasRenderingContext2D,
    bytes: Uint8Array,
    device: number,
    x: number,
    y: number,
    px: number,
  ): void {
    const at = device * bytesPerDevice;
    const half = Math.max(4, Math.round(px * 2));
    const severity = Math.min(4, bytes[at + 1] ?? 0);
    const drawn = px >= (severity > 0 ? drawnInCornersFromPx : drawnFromPx);
    const symbol = drawn ? (bytes[at] ?? 0) : 0;
    const [flags, activity] = [(bytes[at + 2] ?? 0) & 31, Math.min(7, bytes[at + 3] ?? 0)];
    const key = (((half * 32 + symbol) * 8 + severity) * 32 + flags) * 8 + activity;
    let sprite = this.#sprites.get(key);
    if (sprite === undefined) {
      if (this.#sprites.size > mostSprites) this.#sprites.clear();
      sprite = this.#paint(half / 2, drawn ? symbol : -1, severity, flags, activity);
      this.#sprites.set(key, sprite);
    }
    if (sprite === null) return;
    const ratio = this.#ratio;
    const [left, top] = [x * ratio - sprite.width / 2, y * ratio - sprite.height / 2];
    context.drawImage(
      sprite,
      Math.round(left) / ratio,
      Math.round(top) / ratio,
      sprite.width / ratio,
      sprite.height / ratio,
    );
  }

  /** Fills a shape of the box from −1 to 1. */
  shape(
    context: CanvasRenderingContext2D,
    svg: string,
    x: number,
    y: number,
    px: number,
    colour: string,
  ): void {
    context.save();
    context.translate(x, y);
    context.scale(px / 2, px / 2);
    context.fillStyle = colour;
    context.fill(this.#pathOf(svg), svg === recordedShape ? "evenodd" : "nonzero");
    context.restore();
  }

  #paint(
    px: number,
    symbol: number,
    level: number,
    flags: number,
    activity: number,
  ): HTMLCanvasElement | null {
    const side = Math.ceil(px * aroundShare * this.#ratio) + 2;
    const context = this.#canvas(side, side);
    if (!context) return null;
    context.translate(side / 2, side / 2);
    context.scale((px / 2) * this.#ratio, (px / 2) * this.#ratio);
    const { disc, ink, doubt, severity } = this.#colours;
    const onePx = 2 / px;
    const [stale, missing] = [(flags & DeviceFlag.stale) !== 0, (flags & DeviceFlag.missing) !== 0];
    const well = level === 0;
    const colour = severity[level] ?? disc;
    const edge = well && (stale || missing) ? doubt : colour;
    if (stale && well && px < drawnFromPx + 3) {
      context.fillStyle = doubt;
      context.fill(this.#pathOf(conditionShape.stale));
    } else if (well && symbol < 0) {
      this.#point(context, edge, activity, missing);
    } else {
      const shape = this.#outline(level);
      context.globalAlpha = missing ? 0.35 : stale && well ? 0.7 : 1;
      context.fillStyle = well || stale ? disc : colour;
      context.fill(shape);
      const work = well && !missing ? Math.max(0, activity - ActivityByte.idle) / 3 : 0;
      if (work > 0) this.#fillUp(context, shape, work, mixed(disc, colour, 0.58));
      context.globalAlpha = 1;
      const wide = Math.max(well ? 0.17 : 0.13, onePx * 1.2);
      context.save();
      context.clip(shape);
      context.lineWidth = wide * 2;
      context.strokeStyle = well ? (edge === colour ? mixed(edge, disc, 0.3) : edge) : stale ? colour : disc;
      if (stale) context.setLineDash([0.42, 0.34]);
      else if ((flags & DeviceFlag.uncertain) !== 0) context.setLineDash([0.2, 0.16]);
      context.stroke(shape);
      context.restore();
      if (symbol >= 0) {
        this.#glyph(context, symbol, well ? ink : stale ? colour : disc, level);
        if (work > 0) this.#glyphOnFilling(context, symbol, work);
      }
    }
    if ((flags & DeviceFlag.bad) !== 0) {
      context.strokeStyle = ink;
      context.lineWidth = Math.max(0.2, onePx * 1.4);
      context.stroke(this.#pathOf("M-.66-.66.66.66M.66-.66-.66.66"));
    }
    if ((flags & DeviceFlag.recorded) !== 0) {
      context.strokeStyle = edge;
      context.lineWidth = Math.max(0.09, onePx * 0.9);
      context.stroke(this.#pathOf("M-1.14 0A1.14 1.14 0 1 1 1.14 0 1.14 1.14 0 1 1-1.14 0Z"));
    }
    return context.canvas;
  }

  /** Too small for a drawing: a point, the brighter the more is at work. */
  #point(context: CanvasRenderingContext2D, edge: string, activity: number, missing: boolean): void {
    const { disc } = this.#colours;
    const work = Math.max(0, activity - ActivityByte.idle) / 3;
    context.globalAlpha = missing ? 0.4 : 1;
    context.fillStyle = mixed(disc, edge, activity === ActivityByte.untold ? 0.62 : 0.42 + 0.58 * work);
    context.fill(this.#outline(0));
  }

  #fillUp(context: CanvasRenderingContext2D, shape: Path2D, work: number, colour: string): void {
    context.save();
    context.clip(shape);
    context.fillStyle = colour;
    context.fillRect(-1, 0.9 - 1.8 * work, 2, 2);
    context.restore();
  }

  #glyph(context: CanvasRenderingContext2D, symbol: number, ink: string, level: number): void {
    const name = symbols[symbol];
    if (name === undefined) return;
    context.save();
    // A triangle has its room below.
    if (level === 3) context.translate(0, 0.2);
    const scale = (level === 3 || level === 2 ? 0.92 : 1.16) / 24;
    context.scale(scale, scale);
    context.translate(-12, -12);
    context.strokeStyle = ink;
    context.lineWidth = 2.3;
    context.lineCap = context.lineJoin = "round";
    context.stroke(this.#pathOf(symbolPath[name]));
    context.restore();
  }

  #glyphOnFilling(context: CanvasRenderingContext2D, symbol: number, work: number): void {
    context.save();
    context.beginPath();
    context.rect(-1, 0.9 - 1.8 * work, 2, 2);
    context.clip();
    this.#glyph(context, symbol, this.#colours.disc, 0);
    context.restore();
  }

  #outline(level: number): Path2D {
    return this.#pathOf(shapeOfLevel[level] ?? "M-.9 0A.9.9 0 1 1 .9 0 .9.9 0 1 1-.9 0Z");
  }

  #pathOf(svg: string): Path2D {
    const known = this.#paths.get(svg);
    if (known) return known;
    const made = this.#path(svg);
    this.#paths.set(svg, made);
    return made;
  }
}

/** A colour on the way from one to another, both `#rrggbb`. */
function mixed(from: string, to: string, share: number): string {
  const [a, b] = [Number.parseInt(from.slice(1), 16), Number.parseInt(to.slice(1), 16)];
  const part = (shift: number): number => {
    const [low, high] = [(a >> shift) & 255, (b >> shift) & 255];
    return Math.round(low + (high - low) * share);
  };
  return `rgb(${part(16)} ${part(8)} ${part(0)})`;
}
