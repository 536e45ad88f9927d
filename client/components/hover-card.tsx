import { spokenName } from "../../models/community/spoken-name.ts";
import { kindOf } from "../../models/device/catalogue.ts";
import { parties } from "../../models/device/parties.ts";
import { qualityOf } from "../../models/device/reading.ts";
import { useWords } from "../language/use-words.ts";
import type { ReplicaDevice } from "../replica/replica-view.ts";
import type { SceneHit } from "../scene/scene-props.ts";
import { useDesk } from "./desk-context.ts";
import { keySlotOf, severityOf } from "./device-standing.ts";
import { NormalBar } from "./normal-bar.tsx";
import { useOccupancyBands } from "./occupancy-bands.ts";
import { ConditionSign, PrioritySign, RecordedSign } from "./signs.tsx";
import { useFormats } from "./use-formats.ts";
import { useBuildings, usePlaceWords } from "./use-names.ts";
import { useSignal } from "./use-signal.ts";
import { heightText } from "./height-text.ts";
import "./hover-card.css";

export interface Hover {
  readonly hit: SceneHit;
  /** Size of the scene, so that the card turns away from its edges. */
  readonly widthPx: number;
  readonly heightPx: number;
}

/** What the pointer is over, beside the pointer and never under it. */
export function HoverCard({ hit, widthPx, heightPx }: Hover) {
  const { beat } = useDesk();
  useSignal(beat);
  const { x, y } = hit.screen;
  const toLeft = x > widthPx * 0.62;
  const above = y > heightPx * 0.6;
  return (
    <div
      className="hover-card"
      aria-hidden="true"
      style={{
        left: x,
        top: y,
        transform: `translate(${toLeft ? "calc(-100% - 1rem)" : "1rem"}, ${above ? "calc(-100% - 0.75rem)" : "0.75rem"})`,
      }}
    >
      <HitWords hit={hit} />
    </div>
  );
}

function HitWords({ hit }: { readonly hit: SceneHit }) {
  const { replica } = useDesk();
  if (hit.kind === "device") {
    const device = replica.deviceOf(hit.device);
    return device === undefined ? <b>{hit.device}</b> : <DeviceWords device={device} />;
  }
  if (hit.kind === "building") return <BuildingWords id={hit.building} storey={hit.storey} />;
  return <ObjectWords id={hit.object} />;
}

function DeviceWords({ device }: { readonly device: ReplicaDevice }) {
  const { replica } = useDesk();
  const { t, say } = useWords();
  const formats = useFormats();
  const placeWords = usePlaceWords();
  const slot = keySlotOf(replica, device);
  const kind = kindOf(device.device.kind);
  const party = parties.get(device.device.party);
  const priority = severityOf(replica.deviceBytes(), device.index);
  return (
    <>
      <b>{say(device.device.name)}</b>
      <span className="hover-dim">
        {kind === undefined ? device.device.kind : say(kind.name)} · {placeWords(device.device.place)}
      </span>
      {slot !== null && (
        <span className="hover-value">
          <span>{say(replica.specOf(slot).name)}</span>
          <strong>{formats.quantity(replica.specOf(slot), replica.value(slot))}</strong>
          <NormalBar spec={replica.specOf(slot)} value={replica.value(slot)} />
        </span>
      )}
      <span className="hover-signs">
        {priority !== null && <PrioritySign priority={priority} />}
        {device.device.origin === "recorded" && <RecordedSign />}
        {slot !== null && <ConditionSign condition={qualityOf(replica.quality(slot))} quietGood />}
        {slot !== null && replica.atMs(slot) > 0 && (
          <span>{formats.age(replica.nowMs() - replica.atMs(slot))}</span>
        )}
      </span>
      <span className="hover-dim">
        {device.device.origin === "recorded" ? t("card.fromRecording") : t("card.fromDevice")}
        {party !== undefined && ` · ${say(party)}`}
      </span>
    </>
  );
}

function BuildingWords({
  id,
  storey,
}: {
  readonly id: Parameters<ReturnType<typeof useBuildings>["get"]>[0];
  readonly storey: number | null;
}) {
  const { t, say } = useWords();
  const formats = useFormats();
  const building = useBuildings().get(id);
  const band = useOccupancyBands().get(id);
  if (building === undefined) return <b>{id}</b>;
  return (
    <>
      <b>
        {spokenName(say(building.name))}
        {storey !== null && ` · ${t("list.storey", { n: storey })}`}
      </b>
      <span className="hover-dim">
        {heightText(building, t, formats)}
        {building.storeys !== null && ` · ${t("list.storeysShort", { n: building.storeys })}`}
      </span>
      {band !== undefined && <span>{band}</span>}
    </>
  );
}

function ObjectWords({ id }: { readonly id: string }) {
  const { community } = useDesk();
  const object = community.mesh?.objects.find((each) => each.id === id);
  return (
    <>
      <b>{object?.type ?? id}</b>
      <span className="hover-dim card-id">{id}</span>
    </>
  );
}
