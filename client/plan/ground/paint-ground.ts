import type { Layer } from "../../../models/view/view-state.ts";
import type { Placement } from "../flat-camera.ts";
import type { GroundPaths, Stroke } from "./ground-paths.ts";
import type { PlanColours } from "./plan-colours.ts";

/** From so many CSS pixels a metre on, bays and the edges of paving can be told apart. */
const fineFromPxPerM = 1.2;

/** Takes the pane's pixels to metres of ground, east and south. */
export function toGround(context: CanvasRenderingContext2D, at: Placement, ratio: number): void {
  const k = at.pxPerM * ratio;
  const [east, north] = at.centre;
  context.setTransform(
    k,
    0,
    0,
    k,
    (at.widthPx / 2) * ratio - east * k,
    (at.heightPx / 2) * ratio + north * k,
  );
}

/** All that does not change with a reading. */
export function paintGround(
  context: CanvasRenderingContext2D,
  paths: GroundPaths,
  colours: PlanColours,
  layers: ReadonlySet<Layer>,
  at: Placement,
  ratio: number,
): void {
  const { canvas } = context;
  const hairM = 1 / at.pxPerM;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.fillStyle = colours.outside;
  context.fillRect(0, 0, canvas.width, canvas.height);
  toGround(context, at, ratio);
  context.lineCap = "round";
  context.lineJoin = "round";
  const fill = (path: Path2D, colour: string): void => {
    context.fillStyle = colour;
    context.fill(path);
  };
  const line = (path: Path2D, colour: string, widthM: number): void => {
    context.strokeStyle = colour;
    context.lineWidth = widthM;
    context.stroke(path);
  };
  const ways = (strokes: readonly Stroke[], colour: string, kerb: string | null): void => {
    if (kerb !== null) for (const { path, widthM } of strokes) line(path, kerb, widthM + 2 * hairM);
    for (const { path, widthM } of strokes) line(path, colour, Math.max(widthM, hairM));
  };
  if (layers.has("surroundings")) {
    ways(paths.streets, colours.road, null);
    fill(paths.city, colours.city);
  }
  fill(paths.land, colours.land);
  fill(paths.green, colours.green);
  fill(paths.paved, colours.paved);
  fill(paths.water, colours.water);
  ways(paths.paths, colours.path, null);
  ways(paths.roads, colours.road, colours.kerb);
  if (at.pxPerM >= fineFromPxPerM) {
    fill(paths.bays, colours.bay);
    line(paths.water, colours.kerb, hairM);
  }
  line(paths.hedges, colours.hedge, Math.max(0.8, hairM));
  if (layers.has("trees")) fill(paths.trees, colours.tree);
  line(paths.fences, colours.fence, Math.max(0.25, 1.25 * hairM));
  fill(paths.buildings, colours.building);
  fill(paths.publicBuildings, colours.publicBuilding);
  line(paths.buildings, colours.wall, hairM);
  line(paths.publicBuildings, colours.wall, hairM);
  context.setLineDash([4 * hairM, 3 * hairM]);
  line(paths.facedOnly, colours.wall, hairM);
  context.setLineDash([]);
}
