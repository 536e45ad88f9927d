import { useMemo } from "react";
import { useDesk } from "../../components/desk-context.ts";
import { useFormats } from "../../components/use-formats.ts";
import { buildingUseNames, coverNames } from "../../language/names/place-names.ts";
import { useWords } from "../../language/use-words.ts";
import { BarsFigure } from "../../overlays/bars/bars-figure.tsx";
import { byStoreys, byUse } from "./building-shares.ts";
import { siteCover } from "./site-cover.ts";

/** Nothing shorter than this part of the site is worth a bar. */
const leastShare = 0.0005;

/** The model in a few figures: what the buildings are, how high, what the ground is covered with. */
export function PlaceFigures() {
  const { community } = useDesk();
  const { t, say } = useWords();
  const formats = useFormats();
  const cover = useMemo(() => siteCover(community), [community]);
  const bars = useMemo(() => {
    const { buildings } = community;
    const count = (value: number): string => formats.number(value, 1);
    return [
      {
        label: t("open.byUse"),
        bars: byUse(buildings).map(([use, value]) => ({
          key: use,
          name: say(buildingUseNames[use]),
          value,
          said: count(value),
        })),
      },
      {
        label: t("open.byStoreys"),
        bars: byStoreys(buildings).map(({ from, to, buildings: value }) => ({
          key: String(from),
          name: t("list.storeysShort", { n: to === null ? `${from}+` : `${from}–${to}` }),
          value,
          said: count(value),
        })),
      },
      {
        label: t("open.cover"),
        bars: (cover ?? [])
          .filter(({ share }) => share > leastShare)
          .map(({ cover: name, share }) => ({
            key: name,
            name: say(coverNames[name]),
            value: share,
            said: `${formats.number(share * 100, 0.1)} %`,
          })),
      },
    ].filter((figure) => figure.bars.length > 0);
  }, [community, cover, t, say, formats]);
  return (
    <>
      {bars.map((figure) => (
        <section key={figure.label} className="place-figure">
          <h3>{figure.label}</h3>
          <BarsFigure label={figure.label} bars={figure.bars} />
        </section>
      ))}
    </>
  );
}
