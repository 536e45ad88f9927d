import { useCallback, useMemo } from "react";
import type { EnergyBody } from "../../../models/overlay/bodies.ts";
import type { FigureProps } from "../figure-props.ts";
import { figureWords, withheldShort } from "../figure-words.ts";
import { RowFigure } from "../row-figure.tsx";
import type { SizePx } from "../use-size.ts";
import { byPower, layoutPowerBars, paintPowerBars } from "./by-building.ts";

type PowerFigureProps = Pick<
  FigureProps,
  "language" | "selectedBuilding" | "nameOfBuilding" | "onBuilding"
> & {
  readonly body: EnergyBody;
};

/** Power by building; what may not be shown says why. */
export function PowerFigure({
  body,
  language,
  selectedBuilding,
  nameOfBuilding,
  onBuilding,
}: PowerFigureProps) {
  const number = useMemo(() => new Intl.NumberFormat(language, { maximumFractionDigits: 1 }), [language]);
  const powerOf = useCallback(
    ({ powerKw, status }: Pick<EnergyBody["buildings"][number], "powerKw" | "status">): string => {
      if (powerKw !== null) return number.format(powerKw);
      return withheldShort[status === "shown" ? "not-measured" : status][language];
    },
    [number, language],
  );
  const paint = useCallback(
    (svg: SVGSVGElement, size: SizePx) => {
      const bars = layoutPowerBars(body.buildings, size.widthPx);
      paintPowerBars(svg, bars, { nameOf: nameOfBuilding, powerOf, selected: selectedBuilding });
      return bars.heightPx;
    },
    [body, nameOfBuilding, powerOf, selectedBuilding],
  );
  const sentenceOf = (row: EnergyBody["buildings"][number]): string =>
    `${nameOfBuilding(row.building)}: ${powerOf(row)}${row.powerKw === null ? "" : " kW"}`;
  return (
    <RowFigure
      label={figureWords.powerNow[language]}
      paint={paint}
      onBuilding={onBuilding}
      rows={byPower(body.buildings).map((row) => ({ building: row.building, sentence: sentenceOf(row) }))}
    />
  );
}
