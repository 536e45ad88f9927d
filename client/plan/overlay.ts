import { bytesPerDevice } from "../replica/replica-view.ts";
import { priorityShape } from "../look/palette.ts";
import { conditionShape, recordedShape } from "../look/sign-shapes.ts";
import type { Arrangement } from "./devices/arrangement.ts";
import type { SignSprites } from "./devices/sign-sprites.ts";
import { isNotWell, type TallyEntry } from "./devices/tally.ts";
import type { PlanColours } from "./ground/plan-colours.ts";
import { isAlone, pillPx, type Pill } from "./names/pills.ts";
import { boxesTouch, type PaneBox } from "./names/pane-box.ts";
import { nameStyle, type PlacedName } from "./names/place-names.ts";

export const planFace =
  'system-ui, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans", sans-serif';
export const titleFont = (scale: number): string => `600 ${nameStyle.sizePx * scale}px ${planFace}`;
export const lineFont = (scale: number): string => `${nameStyle.lineSizePx * scale}px ${planFace}`;

/** All that lies on the ground and may change with a reading or with what is pointed at. */
export interface OverlayPicture {
  readonly arrangement: Arrangement;
  readonly bytes: Uint8Array;
  readonly names: readonly PlacedName[];
  readonly pills: readonly Pill[];
  /** Devices by index, −1 for none. */
  readonly chosen: number;
  readonly pointed: number;
  readonly showsDevices: boolean;
  /** How far signs that say nothing special stand back, 0 … 1. */
  readonly quiet: number;
  readonly scale: number;
}

const shapeOf: Readonly<Record<TallyEntry, string>> = {
  ...priorityShape,
  bad: conditionShape.bad,
  stale: conditionShape.stale,
  uncertain: conditionShape.uncertain,
  recorded: recordedShape,
};
const levelOf = { P1: 4, P2: 3, P3: 2, P4: 1 } as const;

/** Draws it: what is well, then names, then what is not, the gravest on top. */
export class Overlay {
  readonly #context: CanvasRenderingContext2D;
  readonly #sprites: SignSprites;
  /** Signs that are drawn after the names; grows with what is on the pane. */
  #later = new Uint32Array(256);

  constructor(context: CanvasRenderingContext2D, sprites: SignSprites) {
    this.#context = context;
    this.#sprites = sprites;
  }

  /** Draws what touches a box of the pane; the whole pane for null. The context counts in CSS pixels. */
  draw(picture: OverlayPicture, colours: PlanColours, within: PaneBox | null): void {
    const context = this.#context;
    const later = picture.showsDevices ? this.#drawWell(picture, within) : 0;
    for (const name of picture.names)
      if (within === null || boxesTouch(name.box, within)) this.#name(name, colours, picture.scale);
    if (!picture.showsDevices) return;
    for (let level = 0; level <= 4; level++) {
      for (let i = 0; i < later; i++) {
        const sign = this.#later[i] ?? 0;
        if (levelIn(picture, sign) === level) this.#sign(picture, sign);
      }
      for (const pill of picture.pills)
        if (pill.worst === level && (within === null || boxesTouch(pill.box, within)))
          this.#pill(pill, picture, colours);
    }
    this.#rings(picture, colours);
    context.globalAlpha = 1;
  }

  /** @returns how many signs wait to be drawn over the names. */
  #drawWell(picture: OverlayPicture, within: PaneBox | null): number {
    const { arrangement, bytes, quiet } = picture;
    if (this.#later.length < arrangement.signs) this.#later = new Uint32Array(arrangement.signs);
    let later = 0;
    this.#context.globalAlpha = quiet;
    for (let sign = 0; sign < arrangement.signs; sign++) {
      if (within !== null && !this.#touches(picture, sign, within)) continue;
      if (isNotWell(bytes, arrangement.devices[sign] ?? 0)) this.#later[later++] = sign;
      else this.#sign(picture, sign);
    }
    this.#context.globalAlpha = 1;
    return later;
  }

  #touches({ arrangement, scale }: OverlayPicture, sign: number, within: PaneBox): boolean {
    const [x, y] = [arrangement.xs[sign] ?? 0, arrangement.ys[sign] ?? 0];
    const reach = mostReachPx * scale;
    return (
      x + reach > within.left &&
      x - reach < within.right &&
      y + reach > within.top &&
      y - reach < within.bottom
    );
  }

  #sign({ arrangement, bytes }: OverlayPicture, sign: number): void {
    this.#sprites.put(
      this.#context,
      bytes,
      arrangement.devices[sign] ?? 0,
      arrangement.xs[sign] ?? 0,
      arrangement.ys[sign] ?? 0,
      arrangement.pxOf(sign),
    );
  }

  #rings(picture: OverlayPicture, colours: PlanColours): void {
    this.#ring(picture, colours, picture.pointed, 1.3, 1.5);
    this.#ring(picture, colours, picture.chosen, 1.5, 2.5);
  }

  /** Around a sign: its own size times `wide`, a line of so many CSS pixels. */
  #ring(
    { arrangement, scale }: OverlayPicture,
    colours: PlanColours,
    device: number,
    wide: number,
    linePx: number,
  ): void {
    const sign = device < 0 ? -1 : (arrangement.signOf[device] ?? -1);
    if (sign < 0) return;
    const context = this.#context;
    const px = Math.max(arrangement.pxOf(sign), 12 * scale);
    context.beginPath();
    context.arc(arrangement.xs[sign] ?? 0, arrangement.ys[sign] ?? 0, (px / 2) * wide, 0, 2 * Math.PI);
    context.lineWidth = (linePx + 2) * scale;
    context.strokeStyle = colours.plate;
    context.stroke();
    context.lineWidth = linePx * scale;
    context.strokeStyle = colours.ink;
    context.stroke();
  }

  #plate(box: PaneBox, colours: PlanColours, scale: number, alpha: number): void {
    const context = this.#context;
    context.beginPath();
    context.roundRect(box.left, box.top, box.right - box.left, box.bottom - box.top, 3 * scale);
    context.globalAlpha = alpha;
    context.fillStyle = colours.plate;
    context.fill();
    context.globalAlpha = 1;
  }

  #name({ title, line, box, isInside, isCalled }: PlacedName, colours: PlanColours, scale: number): void {
    const context = this.#context;
    if (!isInside || isCalled) this.#plate(box, colours, scale, isCalled ? 0.92 : 0.55);
    const x = (box.left + box.right) / 2;
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.fillStyle = colours.ink;
    context.font = titleFont(scale);
    const first = box.top + (nameStyle.heightPx / 2 + 0.5) * scale;
    context.fillText(title, x, first);
    if (line === null) return;
    context.fillStyle = colours.dim;
    context.font = lineFont(scale);
    context.fillText(line, x, first + nameStyle.lineHeightPx * scale);
  }

  #pill({ box, parts, worst }: Pill, picture: OverlayPicture, colours: PlanColours): void {
    const context = this.#context;
    const { scale, bytes } = picture;
    const { severity, doubt } = this.#sprites.colours;
    this.#plate(box, colours, scale, 0.95);
    context.lineWidth = (worst > 2 ? 1.5 : 1) * scale;
    context.strokeStyle = worst > 2 ? (severity[worst] ?? colours.plateRim) : colours.plateRim;
    context.stroke();
    const y = (box.top + box.bottom) / 2;
    context.textAlign = "left";
    context.textBaseline = "middle";
    for (const { entry, count, device, left } of parts) {
      if (isAlone(entry, count)) {
        this.#sprites.put(context, bytes, device, left + (pillPx.sign / 2) * scale, y, pillPx.sign * scale);
        continue;
      }
      const colour = isPriority(entry)
        ? (severity[levelOf[entry]] ?? colours.ink)
        : entry === "recorded"
          ? colours.dim
          : doubt;
      const px = pillPx.shape * scale;
      this.#sprites.shape(context, shapeOf[entry], left + px / 2, y, px, colour);
      context.fillStyle = colours.ink;
      context.font = titleFont(scale);
      context.fillText(String(count), left + px + pillPx.letter * scale, y + 0.5 * scale);
    }
  }
}

/** No sign reaches further from its middle, its rings included; CSS pixels at the usual type size. */
export const mostReachPx = 34;

const isPriority = (entry: TallyEntry): entry is keyof typeof levelOf => entry in levelOf;
const levelIn = ({ arrangement, bytes }: OverlayPicture, sign: number): number =>
  Math.min(4, bytes[(arrangement.devices[sign] ?? 0) * bytesPerDevice + 1] ?? 0);
