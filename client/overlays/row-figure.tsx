import { useEffect, useRef, useState, type ReactNode } from "react";
import type { BuildingId } from "../../models/ids.ts";
import { useSize, type SizePx } from "./use-size.ts";
import "./figure.css";

interface RowFigureProps {
  readonly label: string;
  /** Draws and says how high it became, in figure pixels. */
  readonly paint: (svg: SVGSVGElement, size: SizePx) => number;
  readonly onBuilding: (building: BuildingId) => void;
  /** Said of the row under the pointer. */
  readonly sayOf: (building: BuildingId) => string;
  /** The same for those who hear it: a list of buttons. */
  readonly children: ReactNode;
}

/** Bars of buildings as tall as they need, scrolling; a press selects, a pointer is answered in words. */
export function RowFigure({ label, paint, onBuilding, sayOf, children }: RowFigureProps) {
  const box = useRef<HTMLDivElement>(null);
  const svg = useRef<SVGSVGElement>(null);
  const size = useSize(box);
  const [heightPx, setHeightPx] = useState(0);
  const [said, say] = useState<string | null>(null);
  useEffect(() => {
    if (svg.current !== null && size !== null) setHeightPx(paint(svg.current, size) * size.scale);
  }, [paint, size]);
  const buildingOf = (target: EventTarget): BuildingId | null =>
    (target as Element).closest("[data-building]")?.getAttribute("data-building") as BuildingId | null;
  return (
    <div className="row-figure">
      <div
        ref={box}
        className="figure-scroll"
        role="presentation"
        onClick={(event) => {
          const building = buildingOf(event.target);
          if (building !== null) onBuilding(building);
        }}
        onPointerMove={(event) => {
          const building = buildingOf(event.target);
          say(building === null ? null : sayOf(building));
        }}
        onPointerLeave={() => say(null)}
      >
        <svg ref={svg} className="figure rows" style={{ height: heightPx }} role="img" aria-label={label} />
        <ul className="only-heard">{children}</ul>
      </div>
      <p className="figure-said" aria-hidden="true">
        {said ?? label}
      </p>
    </div>
  );
}
