import { qualityOf, reasonOf } from "../../../../models/device/reading.ts";
import { DataTable } from "../../../components/data-table.tsx";
import { useDesk } from "../../../components/desk-context.ts";
import { useFormats } from "../../../components/use-formats.ts";
import { useSignal } from "../../../components/use-signal.ts";
import { qualityNames, reasonNames } from "../../../language/names/quality-names.ts";
import { useWords } from "../../../language/use-words.ts";
import type { ReplicaDevice } from "../../../replica/replica-view.ts";
import { useArrivals } from "./use-arrivals.ts";

/** Every point: what it says, how good that is and why, when it was measured and when it came. */
export function PointTable({ device }: { readonly device: ReplicaDevice }) {
  const { replica, beat } = useDesk();
  const { t, say } = useWords();
  const formats = useFormats();
  const arrivals = useArrivals(device);
  useSignal(beat);
  return (
    <DataTable
      label={t("card.points")}
      heads={[
        t("diagnosis.point"),
        { numeric: t("card.value") },
        t("card.quality"),
        t("diagnosis.reason"),
        { numeric: t("diagnosis.measured") },
        { numeric: t("diagnosis.arrived") },
        { numeric: t("diagnosis.period") },
      ]}
      empty={t("card.noPoints")}
    >
      {device.slots.map((slot) => {
        const spec = replica.specOf(slot);
        const byte = replica.quality(slot);
        const atMs = replica.atMs(slot);
        const arrivedMs = arrivals.get(slot);
        return (
          <tr key={slot} className={qualityOf(byte) === "good" ? undefined : "doubtful"}>
            <th scope="row">{say(spec.name)}</th>
            <td className="numeric">{formats.quantity(spec, replica.value(slot))}</td>
            <td>{say(qualityNames[qualityOf(byte)])}</td>
            <td>{say(reasonNames[reasonOf(byte)])}</td>
            <td className="numeric">{atMs === 0 ? "–" : formats.time(atMs)}</td>
            <td className="numeric">{arrivedMs === undefined ? "–" : formats.time(arrivedMs)}</td>
            <td className="numeric">{formats.age(spec.periodS * 1000)}</td>
          </tr>
        );
      })}
    </DataTable>
  );
}
