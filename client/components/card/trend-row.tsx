import { useMemo } from "react";
import type { LimitCondition } from "../../../models/device/kind.ts";
import type { Trend } from "../../../models/trend/trend.ts";
import { useWords } from "../../language/use-words.ts";
import { TrendFigure } from "../../overlays/trend/trend-figure.tsx";
import { useDesk } from "../desk-context.ts";
import { useFormats } from "../use-formats.ts";
import type { ToldLimit } from "./answers.ts";
import { useLiveTrend } from "./use-trends.ts";

/** Where an alarm of a value begins; what looks back over time begins at no value. */
function levelsOf(condition: LimitCondition): readonly number[] {
  switch (condition.when) {
    case "above":
    case "below":
    case "mean-above":
    case "mean-below":
      return [condition.value];
    case "outside":
      return [condition.low, condition.high];
    case "is":
    case "rising":
    case "falling":
    case "unchanged":
    case "silent":
    case "together":
      return [];
  }
}

/** How a point's value went in the last hour, against what is normal and where its alarms begin. */
export function TrendRow({
  slot,
  seed,
  limits,
}: {
  readonly slot: number;
  readonly seed: Trend;
  readonly limits: readonly ToldLimit[] | null;
}) {
  const { replica } = useDesk();
  const { t, say } = useWords();
  const formats = useFormats();
  const spec = replica.specOf(slot);
  const trend = useLiveTrend(seed, slot);
  const levels = useMemo(
    () =>
      (limits ?? [])
        .filter(({ limit, enabled }) => enabled && limit.property === spec.property)
        .flatMap(({ limit }) => levelsOf(limit.condition)),
    [limits, spec],
  );
  const known = trend.buckets.filter((bucket) => bucket !== null);
  const range =
    known.length === 0
      ? t("card.trendNothing")
      : t("card.trendRange", {
          low: formats.quantity(spec, Math.min(...known.map(({ min }) => min))),
          high: formats.quantity(spec, Math.max(...known.map(({ max }) => max))),
        });
  const gaps = trend.buckets.length - known.length;
  return (
    <tr className="trend-row">
      <td colSpan={5} title={range}>
        <TrendFigure
          label={`${say(spec.name)}: ${range}${gaps > 0 && known.length > 0 ? t("card.trendGaps", { n: gaps }) : ""}`}
          trend={trend}
          normal={spec.normal}
          limits={levels}
        />
      </td>
    </tr>
  );
}
