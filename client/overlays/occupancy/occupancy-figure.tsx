import { useCallback, useMemo } from "react";
import type { OccupancyBody, OccupancyOfBuilding } from "../../../models/overlay/bodies.ts";
import type { FigureProps } from "../figure-props.ts";
import { figureWords, occupancyEmpty, withheldShort } from "../figure-words.ts";
import { RowFigure } from "../row-figure.tsx";
import type { SizePx } from "../use-size.ts";
import { byBand, layoutOccupancy } from "./layout.ts";
import { paintOccupancy } from "./paint.ts";

type OccupancyFigureProps = Pick<
  FigureProps,
  "language" | "timeZone" | "selectedBuilding" | "nameOfBuilding" | "onBuilding"
> & { readonly body: OccupancyBody };

const bandOf = (band: NonNullable<OccupancyOfBuilding["band"]>): string => {
  if (band.high === null) return `${band.low}+`;
  return band.low === 0 ? `<${band.high + 1}` : `${band.low}–${band.high}`;
};

/** People at home by building, as bands: what is certain filled, how far the band reaches hatched. */
export function OccupancyFigure(props: OccupancyFigureProps) {
  const { body, language, timeZone, selectedBuilding, nameOfBuilding, onBuilding } = props;
  const time = useMemo(
    () =>
      new Intl.DateTimeFormat(language, { timeZone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" }),
    [language, timeZone],
  );
  const wordOf = useCallback(
    ({ band, status }: Pick<OccupancyOfBuilding, "band" | "status">): string =>
      band === null ? withheldShort[status === "shown" ? "not-measured" : status][language] : bandOf(band),
    [language],
  );
  const paint = useCallback(
    (svg: SVGSVGElement, size: SizePx) => {
      const marks = layoutOccupancy(body, size.widthPx);
      paintOccupancy(svg, marks, { nameOf: nameOfBuilding, bandOf: wordOf, selected: selectedBuilding });
      return marks.heightPx;
    },
    [body, nameOfBuilding, wordOf, selectedBuilding],
  );
  if (body.status !== "shown")
    return <p className="figure-sentence">{occupancyEmpty[body.status][language]}</p>;
  const sentenceOf = (row: OccupancyOfBuilding): string => `${nameOfBuilding(row.building)}: ${wordOf(row)}`;
  return (
    <RowFigure
      label={`${figureWords.occupancy[language]} · ${figureWords.asOf[language]} ${time.format(body.atMs)}`}
      paint={paint}
      onBuilding={onBuilding}
      rows={byBand(body.buildings).map((row) => ({ building: row.building, sentence: sentenceOf(row) }))}
    />
  );
}
