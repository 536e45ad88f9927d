import type { DeviceKind, LimitCondition, PointSpec } from "../../../models/device/kind.ts";
import { seconds } from "../../../models/quantity.ts";
import type { Formats } from "../../language/formats.ts";
import { useWords } from "../../language/use-words.ts";
import type { ReplicaDevice } from "../../replica/replica-view.ts";
import { PrioritySign } from "../signs.tsx";
import { useFormats } from "../use-formats.ts";
import type { ToldLimit } from "./answers.ts";

type Saying = Pick<Formats, "quantity" | "age"> & Pick<ReturnType<typeof useWords>, "t">;

export function conditionText(
  condition: LimitCondition,
  spec: PointSpec,
  { t, quantity, age }: Saying,
): string {
  const span = (forS: number): string => age(forS * seconds);
  switch (condition.when) {
    case "above":
      return `> ${quantity(spec, condition.value)}`;
    case "below":
      return `< ${quantity(spec, condition.value)}`;
    case "outside":
      return `< ${quantity(spec, condition.low)} / > ${quantity(spec, condition.high)}`;
    case "is":
      return `= ${quantity(spec, condition.value)}`;
    case "rising":
      return `+${quantity(spec, condition.by)} / ${span(condition.withinS)}`;
    case "falling":
      return `−${quantity(spec, condition.by)} / ${span(condition.withinS)}`;
    case "mean-above":
      return `> ${quantity(spec, condition.value)} (${t("card.limitMean", { span: span(condition.windowS) })})`;
    case "mean-below":
      return `< ${quantity(spec, condition.value)} (${t("card.limitMean", { span: span(condition.windowS) })})`;
    case "unchanged":
      return t("card.limitUnchanged", { span: span(condition.forS) });
    case "silent":
      return t("card.limitSilent");
    case "together":
      return t("card.limitTogether");
  }
}

interface LimitRowsProps {
  readonly kind: DeviceKind | undefined;
  readonly device: ReplicaDevice;
  /** As the server says they are for this device; null until it did, and the catalogue's stand here meanwhile. */
  readonly inForce: readonly ToldLimit[] | null;
}

/** The limits that watch over a device's visible points, and where each number comes from. */
export function LimitRows({ kind, device, inForce }: LimitRowsProps) {
  const { t, say } = useWords();
  const formats = useFormats();
  const specs = new Map(device.device.points.map((spec) => [spec.property, spec]));
  const ofKind = (kind?.limits ?? []).filter(({ property }) => specs.has(property));
  const usual = [...ofKind, ...device.device.points.flatMap((spec) => spec.limits ?? [])];
  const limits: readonly Pick<ToldLimit, "limit" | "enabled" | "isOverridden">[] =
    inForce ?? usual.map((limit) => ({ limit, enabled: true, isOverridden: false }));
  if (limits.length === 0) return null;
  return (
    <details className="card-more">
      <summary>
        {t("card.limits")} <span className="tab-count">{limits.length}</span>
      </summary>
      <ul className="limit-rows">
        {limits.map(({ limit, enabled, isOverridden }) => {
          const spec = specs.get(limit.property);
          const source = { source: limit.source };
          return (
            <li key={limit.id} className={enabled ? undefined : "limit-off"}>
              <PrioritySign priority={limit.priority} />
              <span>{say(limit.message)}</span>
              <span className="limit-number">
                {spec === undefined ? "" : conditionText(limit.condition, spec, { t, ...formats })}
              </span>
              <span className="limit-source">
                {isOverridden && <b>{t(enabled ? "card.limitHere" : "card.limitOff")} </b>}
                {limit.verified ? t("card.limitSource", source) : t("card.limitUnverified", source)}
              </span>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
