import { useMemo } from "react";
import { useWords } from "../language/use-words.ts";
import { buildingMeasures } from "./building-measures.ts";
import { Fact, Facts } from "./card/facts.tsx";
import { useDesk } from "./desk-context.ts";
import { useFormats } from "./use-formats.ts";
import { heightText } from "./height-text.ts";

/** The place in numbers: counts, site area, floor area ratio; from geometry alone. How much is built on, the ground cover says. */
export function CommunityFacts() {
  const { community } = useDesk();
  const { t, say } = useWords();
  const formats = useFormats();
  const facts = useMemo(() => {
    const { extent, buildings, source } = community;
    // The box around the scattered objects of a city model is nobody's site.
    const hasSite = source.format === "bundled";
    const siteM2 = hasSite ? (extent.max[0] - extent.min[0]) * (extent.max[1] - extent.min[1]) : 0;
    let floorAreaM2 = 0;
    for (const building of buildings) floorAreaM2 += buildingMeasures(building).floorAreaM2 ?? 0;
    const tallest = buildings.toSorted((a, b) => b.heightM - a.heightM)[0];
    return { siteM2, floorAreaM2, tallest };
  }, [community]);
  const { counts } = community;
  return (
    <Facts>
      <Fact name={t("open.buildingCount")}>{formats.number(counts.buildings, 1)}</Fact>
      {counts.dwellings > 0 && (
        <Fact name={t("open.dwellingCount")}>{formats.number(counts.dwellings, 1)}</Fact>
      )}
      {facts.siteM2 > 0 && (
        <Fact name={t("open.siteArea")}>{formats.number(facts.siteM2 / 10_000, 0.1)} ha</Fact>
      )}
      {facts.floorAreaM2 > 0 && facts.siteM2 > 0 && (
        <Fact name={t("open.far")}>{formats.number(facts.floorAreaM2 / facts.siteM2, 0.01)}</Fact>
      )}
      {facts.tallest !== undefined && (
        <Fact name={t("open.tallest")}>
          {say(facts.tallest.name)} · {heightText(facts.tallest, t, formats)}
        </Fact>
      )}
    </Facts>
  );
}
