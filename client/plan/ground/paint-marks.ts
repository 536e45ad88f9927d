import type { CommunityDocument, Gate } from "../../../models/community/community.ts";
import type { Language } from "../../../models/language/text.ts";
import { type PaneSize, type Placement, xOf, yOf } from "../flat-camera.ts";
import type { PaneBox } from "../names/pane-box.ts";
import { placeGateNames } from "./gate-names.ts";
import type { PlanColours } from "./plan-colours.ts";

/** Gates are named from so many CSS pixels a metre on. */
const namedFromPxPerM = 0.9;
const longestBarPx = 130;

/** The longest of 1, 2, 5, 10, 20 … metres that is no longer than so many. */
export function barLengthM(mostM: number): number {
  const ten = 10 ** Math.floor(Math.log10(mostM));
  return ten * ([5, 2, 1].find((step) => step * ten <= mostM) ?? 1);
}

export interface MarkStyle {
  readonly colours: PlanColours;
  readonly language: Language;
  readonly scale: number;
  readonly face: string;
}

/** Gates by name. The context counts in CSS pixels. */
export function paintGates(
  context: CanvasRenderingContext2D,
  { gates, extent: { min, max } }: Pick<CommunityDocument, "gates" | "extent">,
  at: Placement,
  { colours, language, scale, face }: MarkStyle,
): void {
  const middle = [(min[0] + max[0]) / 2, (min[1] + max[1]) / 2] as const;
  const half = [Math.max(1, max[0] - min[0]) / 2, Math.max(1, max[1] - min[1]) / 2] as const;
  const fontPx = 12 * scale;
  context.font = `${fontPx}px ${face}`;
  const seen = gates.flatMap((gate) => {
    const [x, y] = [xOf(at, gate.at[0]), yOf(at, gate.at[1])];
    if (x < 0 || y < 0 || x > at.widthPx || y > at.heightPx) return [];
    // Its name stands outside, off the side it is in.
    const [dx, dy] = [(gate.at[0] - middle[0]) / half[0], (gate.at[1] - middle[1]) / half[1]];
    const outside = Math.abs(dx) > Math.abs(dy) ? (dx < 0 ? "left" : "right") : dy < 0 ? "down" : "up";
    const widthPx = context.measureText(gate.name[language]).width;
    const isWide = gate.kinds.includes("vehicles");
    return [{ gate, x, y, outside, isWide, widthPx, heightPx: 1.2 * fontPx } as const];
  });
  for (const { gate, x, y } of seen) paintGate(context, gate, x, y, colours, scale);
  if (at.pxPerM < namedFromPxPerM) return;
  context.fillStyle = colours.dim;
  context.textBaseline = "middle";
  context.textAlign = "center";
  for (const [nth, box] of placeGateNames(seen, at, scale).entries())
    if (box !== null)
      context.fillText(
        seen[nth]?.gate.name[language] ?? "",
        (box.left + box.right) / 2,
        (box.top + box.bottom) / 2,
      );
}

/** Two posts with the way between them; a way for vehicles is wider. */
function paintGate(
  context: CanvasRenderingContext2D,
  { kinds }: Gate,
  x: number,
  y: number,
  colours: PlanColours,
  scale: number,
): void {
  const [wide, post] = [(kinds.includes("vehicles") ? 6 : 4) * scale, 2.2 * scale];
  context.fillStyle = colours.plate;
  context.beginPath();
  context.roundRect(x - wide - post, y - post - scale, 2 * (wide + post), 2 * (post + scale), 2 * scale);
  context.fill();
  context.fillStyle = colours.ink;
  for (const side of [-1, 1]) context.fillRect(x + side * wide - post / 2, y - post, post, 2 * post);
  context.fillRect(x - wide, y - 0.5 * scale, 2 * wide, scale);
}

/** What the scale and the arrow may take of the pane: names keep out of it. */
export const scaleBox = ({ widthPx, heightPx }: PaneSize, scale: number): PaneBox => ({
  left: widthPx - 14 * scale - longestBarPx * scale,
  right: widthPx,
  top: heightPx - 100 * scale,
  bottom: heightPx - 28 * scale,
});

/** How long a metre is and where north is, in the lower right corner. */
export function paintScale(
  context: CanvasRenderingContext2D,
  at: Placement,
  { colours, scale, face }: MarkStyle,
): void {
  const metres = barLengthM((longestBarPx * scale) / at.pxPerM);
  const long = metres * at.pxPerM;
  const [right, foot] = [at.widthPx - 14 * scale, at.heightPx - 34 * scale];
  const tick = 4 * scale;
  context.strokeStyle = colours.dim;
  context.lineWidth = 1.25 * scale;
  context.beginPath();
  context.moveTo(right - long, foot - tick);
  context.lineTo(right - long, foot);
  context.lineTo(right, foot);
  context.lineTo(right, foot - tick);
  context.stroke();
  context.fillStyle = colours.dim;
  context.font = `${12 * scale}px ${face}`;
  context.textAlign = "right";
  context.textBaseline = "alphabetic";
  const words = metres >= 1000 ? `${metres / 1000} km` : `${metres} m`;
  context.fillText(words, right, foot - 6 * scale);
  const [x, y] = [right - 5 * scale, foot - 30 * scale];
  context.beginPath();
  context.moveTo(x, y - 16 * scale);
  context.lineTo(x + 5 * scale, y);
  context.lineTo(x, y - 4 * scale);
  context.lineTo(x - 5 * scale, y);
  context.closePath();
  context.fill();
  context.textAlign = "center";
  context.fillText("N", x, y - 19 * scale);
}
