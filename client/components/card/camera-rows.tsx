import { useMemo } from "react";
import { kindOf } from "../../../models/device/catalogue.ts";
import { parties } from "../../../models/device/parties.ts";
import { purposeNames } from "../../language/names/device-names.ts";
import { useWords } from "../../language/use-words.ts";
import type { ReplicaDevice } from "../../replica/replica-view.ts";
import { useDesk } from "../desk-context.ts";
import { conditionOf, severityOf } from "../device-standing.ts";
import { StandingSign } from "../signs.tsx";
import { useFormats } from "../use-formats.ts";
import { usePlaceWords } from "../use-names.ts";
import { useSignal } from "../use-signal.ts";
import { camerasNear, type NearCamera } from "./cameras-near.ts";

const most = 3;

/** Which cameras look this way, and whether they see: no picture, for a picture is of people. */
export function CameraRows({ device }: { readonly device: ReplicaDevice }) {
  const { replica } = useDesk();
  const { t } = useWords();
  const devices = useSignal(replica.devices);
  const near = useMemo(() => camerasNear(devices, device, most), [devices, device]);
  if (near.length === 0) return null;
  return (
    <section className="devices-here">
      <h3>{t("card.cameras")}</h3>
      <ul>
        {near.map((each) => (
          <CameraRow key={each.camera.device.id} near={each} />
        ))}
      </ul>
    </section>
  );
}

function CameraRow({ near: { camera, distanceM } }: { readonly near: NearCamera }) {
  const { replica, view, beat } = useDesk();
  const { say } = useWords();
  const formats = useFormats();
  const placeWords = usePlaceWords();
  useSignal(beat);
  const bytes = replica.deviceBytes();
  return (
    <li className="camera-row">
      <button
        type="button"
        className="plain-button card-link"
        onClick={() => view.selectDevice(camera.device.id)}
      >
        {say(camera.device.name)}
      </button>
      <StandingSign
        priority={severityOf(bytes, camera.index)}
        condition={conditionOf(bytes, camera.index)}
        quietGood={false}
      />
      <span className="camera-place">
        {placeWords(camera.device.place)}
        {distanceM !== null && ` · ${formats.number(distanceM, 1)} m`}
      </span>
      <CameraSign camera={camera} />
    </li>
  );
}

/** What the sign at a camera says to whoever comes within its sight: what for, and who answers for it. */
function CameraSign({ camera: { device } }: { readonly camera: ReplicaDevice }) {
  const { t, say } = useWords();
  const purposes = new Set(kindOf(device.kind)?.points.map(({ purpose }) => purpose));
  const party = parties.get(device.party);
  const names = [...purposes].map((each) => say(purposeNames[each]));
  return (
    <span className="camera-sign">
      {t("card.cameraSign", {
        purpose: names.join(" · "),
        party: party === undefined ? device.party : say(party),
      })}
    </span>
  );
}
