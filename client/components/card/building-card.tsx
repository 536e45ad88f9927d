import type { Building, DocumentBuilding } from "../../../models/community/community.ts";
import { spokenName } from "../../../models/community/spoken-name.ts";
import { buildingUseNames } from "../../language/names/place-names.ts";
import { useWords } from "../../language/use-words.ts";
import { withheldWord } from "../withheld-words.ts";
import { useDesk } from "../desk-context.ts";
import { buildingMeasures } from "../building-measures.ts";
import { bandText } from "../occupancy-bands.ts";
import { useFormats } from "../use-formats.ts";
import { useSignal } from "../use-signal.ts";
import { RecordedSign } from "../signs.tsx";
import { AlertRows } from "./alert-rows.tsx";
import { DevicesHere } from "./devices-here.tsx";
import { Fact, Facts } from "./facts.tsx";
import { heightText } from "../height-text.ts";

interface BuildingCardProps {
  readonly building: DocumentBuilding;
  readonly storey: number | null;
  /** Lists the building's devices; absent where there is no such list. */
  readonly onDevices?: (building: Building) => void;
}

export function BuildingCard({ building, storey, onDevices }: BuildingCardProps) {
  const { community, replica, session, view } = useDesk();
  const { t, say } = useWords();
  const formats = useFormats();
  const { footprintM2, floorAreaM2 } = buildingMeasures(building);
  const dwellings = community.dwellings.filter((dwelling) => dwelling.building === building.id).length;
  const gridCell = community.gridCells.find(({ id }) => id === building.gridCell);
  const area = (m2: number): string => `${formats.number(m2, 1)} m²`;
  return (
    <>
      <header className="card-head">
        <h2 title={say(building.name)}>
          {spokenName(say(building.name))}
          {storey !== null && <span className="card-storey"> · {t("list.storey", { n: storey })}</span>}
        </h2>
      </header>
      {session.desk === "operator" && (
        <AlertRows
          of={(alert) =>
            (replica.deviceOf(alert.device)?.device ?? alert.about)?.place.building === building.id
          }
        />
      )}
      <RecordedHere building={building} />
      <Facts>
        <Occupancy building={building} />
        <Power building={building} />
        <Fact name={t("card.use")}>{say(buildingUseNames[building.use])}</Fact>
        <Fact name={t("card.storeys")}>{building.storeys ?? t("card.unknown")}</Fact>
        <Fact name={t("card.height")}>
          {heightText(building, t, formats)} {building.heightEstimated && t("card.estimated")}
        </Fact>
        {footprintM2 > 0 && <Fact name={t("card.footprint")}>{area(footprintM2)}</Fact>}
        {floorAreaM2 !== null && <Fact name={t("card.gfa")}>{area(floorAreaM2)}</Fact>}
        {dwellings > 0 && <Fact name={t("card.dwellings")}>{formats.number(dwellings, 1)}</Fact>}
        {building.residents !== null && (
          <Fact name={t("card.residents")}>{formats.number(building.residents, 1)}</Fact>
        )}
        {gridCell !== undefined && (
          <Fact name={t("card.gridCell")}>
            <button
              type="button"
              className="plain-button card-link"
              onClick={() => view.select({ kind: "cell", cell: gridCell.id })}
            >
              {say(gridCell.name)}
            </button>
          </Fact>
        )}
        <Fact name={t("card.id")}>
          <span className="card-id">{building.id}</span>
        </Fact>
      </Facts>
      <DevicesHere building={building} storey={storey} {...(onDevices === undefined ? {} : { onDevices })} />
    </>
  );
}

/** Says so where recordings speak in a building, for its sums may hold them. */
function RecordedHere({ building }: { readonly building: Building }) {
  const { replica } = useDesk();
  const { t } = useWords();
  const devices = useSignal(replica.devices);
  const n = devices.filter(
    ({ device }) => device.origin === "recorded" && device.place.building === building.id,
  ).length;
  if (n === 0) return null;
  return (
    <p className="card-recorded">
      <RecordedSign /> {t("card.recordedHere", { n })}
    </p>
  );
}

function Occupancy({ building }: { readonly building: Building }) {
  const { overlays } = useDesk();
  const { t } = useWords();
  const fetched = useSignal(overlays.occupancy);
  if (fetched.state !== "here" || building.use !== "residential") return null;
  const row = fetched.body.buildings.find((each) => each.building === building.id);
  const status = row?.status ?? "not-measured";
  return (
    <Fact name={t("card.occupancy")}>{row?.band != null ? bandText(row.band) : withheldWord(status, t)}</Fact>
  );
}

function Power({ building }: { readonly building: Building }) {
  const { overlays } = useDesk();
  const { t } = useWords();
  const formats = useFormats();
  const fetched = useSignal(overlays.energy);
  if (fetched.state !== "here") return null;
  const row = fetched.body.buildings.find((each) => each.building === building.id);
  if (row === undefined) return null;
  return (
    <Fact name={t("card.power")}>
      {row.powerKw === null ? withheldWord(row.status, t) : `${formats.number(row.powerKw, 0.1)} kW`}
    </Fact>
  );
}
