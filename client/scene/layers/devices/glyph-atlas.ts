import { CanvasTexture, LinearFilter } from "three";
import { symbols } from "../../../../models/device/kind.ts";
import { symbolPath } from "../../../look/device-symbols.ts";
import type { CanvasMaker } from "../ground/ground-layer.ts";

export const atlasColumns = 6;
export const atlasRows = Math.ceil(symbols.length / atlasColumns);
const cellPx = 64;

/** The line drawings of all families side by side, white on nothing. */
export function glyphAtlas(canvas: CanvasMaker, path: (svg: string) => Path2D): CanvasTexture {
  const context = canvas(atlasColumns * cellPx, atlasRows * cellPx);
  if (!context) throw new Error("no canvas to draw device symbols on");
  context.strokeStyle = "#fff";
  context.lineWidth = 2.3;
  context.lineCap = context.lineJoin = "round";
  symbols.forEach((symbol, i) => {
    const scale = cellPx / 24;
    context.setTransform(
      scale * 0.86,
      0,
      0,
      scale * 0.86,
      (i % atlasColumns) * cellPx + cellPx * 0.07,
      Math.floor(i / atlasColumns) * cellPx + cellPx * 0.07,
    );
    context.stroke(path(symbolPath[symbol]));
  });
  const texture = new CanvasTexture(context.canvas);
  texture.flipY = false;
  texture.minFilter = LinearFilter;
  texture.generateMipmaps = false;
  return texture;
}
