import { useEffect, useRef, useState } from "react";
import type { BuildingId } from "../../models/ids.ts";
import { MarkList } from "./mark-list.tsx";
import { useSize, type SizePx } from "./use-size.ts";
import "./figure.css";

export interface BuildingWords {
  readonly building: BuildingId;
  readonly sentence: string;
}

interface RowFigureProps {
  readonly label: string;
  /** Draws and says how high it became, in figure pixels. */
  readonly paint: (svg: SVGSVGElement, size: SizePx) => number;
  readonly rows: readonly BuildingWords[];
  readonly onBuilding: (building: BuildingId) => void;
}

/** Bars of buildings as tall as they need, scrolling. */
export function RowFigure({ label, paint, rows, onBuilding }: RowFigureProps) {
  const box = useRef<HTMLDivElement>(null);
  const svg = useRef<SVGSVGElement>(null);
  const size = useSize(box);
  const [heightPx, setHeightPx] = useState(0);
  useEffect(() => {
    if (svg.current !== null && size !== null) setHeightPx(paint(svg.current, size) * size.scale);
  }, [paint, size]);
  return (
    <MarkList
      label={label}
      idle={label}
      box={box}
      className="figure-scroll"
      marks={rows.map(({ building, sentence }) => ({ key: building, sentence }))}
      onChoose={(key) => {
        const row = rows.find(({ building }) => building === key);
        if (row !== undefined) onBuilding(row.building);
      }}
    >
      <svg ref={svg} className="figure rows" style={{ height: heightPx }} aria-hidden="true" />
    </MarkList>
  );
}
