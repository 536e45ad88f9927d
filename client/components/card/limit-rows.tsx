import type { DeviceKind, LimitCondition, PointSpec } from "../../../models/device/kind.ts";
import type { Formats } from "../../language/formats.ts";
import { useWords } from "../../language/use-words.ts";
import type { ReplicaDevice } from "../../replica/replica-view.ts";
import { PrioritySign } from "../signs.tsx";
import { useFormats } from "../use-formats.ts";

function conditionText(condition: LimitCondition, spec: PointSpec, formats: Formats): string {
  const quantity = (value: number): string => formats.quantity(spec, value);
  switch (condition.when) {
    case "above":
      return `> ${quantity(condition.value)}`;
    case "below":
      return `< ${quantity(condition.value)}`;
    case "outside":
      return `< ${quantity(condition.low)} / > ${quantity(condition.high)}`;
    case "is":
      return `= ${quantity(condition.value)}`;
  }
}

/** The limits that watch over a device's visible points, and where each number comes from. */
export function LimitRows({
  kind,
  device,
}: {
  readonly kind: DeviceKind | undefined;
  readonly device: ReplicaDevice;
}) {
  const { t, say } = useWords();
  const formats = useFormats();
  const specs = new Map(device.device.points.map((spec) => [spec.property, spec]));
  const ofKind = (kind?.limits ?? []).filter(({ property }) => specs.has(property));
  const limits = [...ofKind, ...device.device.points.flatMap((spec) => spec.limits ?? [])];
  if (limits.length === 0) return null;
  return (
    <details className="card-more">
      <summary>
        {t("card.limits")} <span className="tab-count">{limits.length}</span>
      </summary>
      <ul className="limit-rows">
        {limits.map((limit) => {
          const spec = specs.get(limit.property);
          const source = { source: limit.source };
          return (
            <li key={limit.id}>
              <PrioritySign priority={limit.priority} />
              <span>{say(limit.message)}</span>
              <span className="limit-number">
                {spec === undefined ? "" : conditionText(limit.condition, spec, formats)}
              </span>
              <span className="limit-source">
                {limit.verified ? t("card.limitSource", source) : t("card.limitUnverified", source)}
              </span>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
