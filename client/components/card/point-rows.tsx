import { Fragment } from "react";
import { qualityOf, reasonOf } from "../../../models/device/reading.ts";
import { qualityNames, reasonNames } from "../../language/names/quality-names.ts";
import { useWords } from "../../language/use-words.ts";
import type { Trend } from "../../../models/trend/trend.ts";
import type { ReplicaDevice } from "../../replica/replica-view.ts";
import { useDesk } from "../desk-context.ts";
import { NormalBar } from "../normal-bar.tsx";
import { ConditionSign } from "../signs.tsx";
import { useFormats } from "../use-formats.ts";
import { useSignal } from "../use-signal.ts";
import type { ToldLimit } from "./answers.ts";
import { TrendRow } from "./trend-row.tsx";

interface PointRowsProps {
  readonly device: ReplicaDevice;
  /** The last hour of each number, by property; null where none is shown. */
  readonly trends?: ReadonlyMap<string, Trend> | null;
  readonly limits?: readonly ToldLimit[] | null;
}

/** All points of a device one may see: value, against its normal range, how old, how good, and how it went. */
export function PointRows({ device, trends = null, limits = null }: PointRowsProps) {
  const { replica, beat } = useDesk();
  const { t } = useWords();
  useSignal(beat);
  if (device.slots.length === 0) return <p className="card-note">{t("card.noPoints")}</p>;
  return (
    <table className="point-table">
      <thead className="only-heard">
        <tr>
          <th scope="col">{t("card.points")}</th>
          <th scope="col">{t("card.value")}</th>
          <th scope="col">{t("card.normal")}</th>
          <th scope="col">{t("card.age")}</th>
          <th scope="col">{t("card.quality")}</th>
        </tr>
      </thead>
      <tbody>
        {device.slots.map((slot) => {
          const seed = trends?.get(replica.specOf(slot).property);
          return (
            <Fragment key={slot}>
              <PointRow slot={slot} />
              {seed !== undefined && <TrendRow slot={slot} seed={seed} limits={limits} />}
            </Fragment>
          );
        })}
      </tbody>
    </table>
  );
}

function PointRow({ slot }: { readonly slot: number }) {
  const { replica } = useDesk();
  const { say } = useWords();
  const formats = useFormats();
  const spec = replica.specOf(slot);
  const value = replica.value(slot);
  const byte = replica.quality(slot);
  const quality = qualityOf(byte);
  const reason = say(reasonNames[reasonOf(byte)]);
  const atMs = replica.atMs(slot);
  const unit = formats.unit(spec.unit);
  const { normal } = spec;
  const range =
    normal === null
      ? ""
      : [...new Set([normal.low, normal.high])].map((end) => formats.value(spec, end)).join(" – ");
  return (
    <tr className={quality === "good" ? undefined : "doubtful"}>
      <th scope="row">{say(spec.name)}</th>
      <td className="point-value">
        {formats.value(spec, value)} <span className="point-unit">{Number.isNaN(value) ? "" : unit}</span>
      </td>
      <td className="point-normal" title={`${range} ${unit}`.trim()}>
        <NormalBar spec={spec} value={value} />
        <span className="point-range">{range}</span>
      </td>
      <td className="point-age" title={atMs === 0 ? undefined : formats.dateTime(atMs)}>
        {atMs === 0 ? "" : formats.age(replica.nowMs() - atMs)}
      </td>
      <td className="point-quality" title={reason === "" ? say(qualityNames[quality]) : reason}>
        <ConditionSign condition={quality} quietGood />
      </td>
    </tr>
  );
}
