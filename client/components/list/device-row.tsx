import { kindOf } from "../../../models/device/catalogue.ts";
import type { ReplicaDevice } from "../../replica/replica-view.ts";
import { useWords } from "../../language/use-words.ts";
import { useDesk } from "../desk-context.ts";
import { conditionOf, keySlotOf, severityOf } from "../device-standing.ts";
import { RecordedSign, StandingSign } from "../signs.tsx";
import { SymbolMark } from "../symbol-mark.tsx";
import { useFormats } from "../use-formats.ts";
import type { DeviceSpeech } from "./device-filter.ts";
import "./rows.css";

/** Two lines: what it is and how it stands; what it says and how old that is. */
export function DeviceRow({
  device,
  speech,
}: {
  readonly device: ReplicaDevice;
  readonly speech: DeviceSpeech;
}) {
  const { replica } = useDesk();
  const { say } = useWords();
  const formats = useFormats();
  const bytes = replica.deviceBytes();
  const slot = keySlotOf(replica, device);
  const spec = slot === null ? null : replica.specOf(slot);
  const atMs = slot === null ? 0 : replica.atMs(slot);
  return (
    <div className="list-row device-row">
      <SymbolMark symbol={kindOf(device.device.kind)?.symbol ?? "information"} />
      <div className="row-line">
        <span className="row-name" title={speech.name}>
          {speech.name}
        </span>
        <span className="row-state">
          {device.device.origin === "recorded" && <RecordedSign />}
          <StandingSign
            priority={severityOf(bytes, device.index)}
            condition={conditionOf(bytes, device.index)}
          />
        </span>
      </div>
      <div className="row-line">
        <span className="row-place">{speech.place}</span>
        <span className="row-value">
          {spec?.type === "boolean" && <span className="row-question">{say(spec.name)}</span>}
          {spec === null || slot === null ? "–" : formats.quantity(spec, replica.value(slot))}
        </span>
        <span className="row-age">{atMs === 0 ? "" : formats.age(replica.nowMs() - atMs)}</span>
      </div>
    </div>
  );
}
