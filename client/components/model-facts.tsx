import { useMemo } from "react";
import { useWords } from "../language/use-words.ts";
import { Fact, Facts } from "./card/facts.tsx";
import { useDesk } from "./desk-context.ts";
import { levelsOfDetail, saidCounts } from "./model-counts.ts";
import { useFormats } from "./use-formats.ts";

/** What this model is: what it was read from, how finely it is drawn, how much there is of it, whose data it is. */
export function ModelFacts() {
  const { community } = useDesk();
  const { t, say } = useWords();
  const formats = useFormats();
  const { source, counts, extent, mesh } = community;
  const lods = useMemo(() => levelsOfDetail(mesh?.objects ?? []), [mesh]);
  const [east, north] = [extent.max[0] - extent.min[0], extent.max[1] - extent.min[1]];
  return (
    <>
      <header className="card-head">
        <h2>{say(community.name)}</h2>
      </header>
      <Facts>
        <Fact name={t("office.source")}>
          {source.format === "bundled" ? t("model.bundled") : `${source.format} ${source.version}`}
        </Fact>
        {source.format !== "bundled" && (
          <Fact name={t("office.crs")}>{source.crs ?? t("office.crsNone")}</Fact>
        )}
        {lods.length > 0 && (
          <Fact name={t("model.lods")}>
            {lods.map(({ lod, objects }) => (
              <div key={lod}>
                LoD {lod} · {t("model.objects", { n: formats.number(objects, 1) })}
              </div>
            ))}
          </Fact>
        )}
        {saidCounts(counts).map(({ key, count }) => (
          <Fact key={key} name={t(key)}>
            {formats.number(count, 1)}
          </Fact>
        ))}
        <Fact name={t("model.extent")}>
          {formats.number(east, 1)} × {formats.number(north, 1)} m
        </Fact>
        {source.attribution !== undefined && <Fact name={t("model.data")}>{source.attribution}</Fact>}
      </Facts>
    </>
  );
}
