import type { Building } from "../../../models/community/community.ts";
import { buildingUseNames } from "../../language/names/place-names.ts";
import { useWords } from "../../language/use-words.ts";
import { useOccupancyBands } from "../occupancy-bands.ts";
import { PrioritySign } from "../signs.tsx";
import { useBuildingStandings } from "../building-standings.ts";
import { useFormats } from "../use-formats.ts";
import { heightText } from "../height-text.ts";
import "./rows.css";

export function BuildingRow({ building }: { readonly building: Building }) {
  const { t, say } = useWords();
  const formats = useFormats();
  const standing = useBuildingStandings().get(building.id);
  const band = useOccupancyBands().get(building.id);
  const facts = [
    ...(building.storeys === null ? [] : [t("list.storeysShort", { n: building.storeys })]),
    heightText(building, t, formats),
    say(buildingUseNames[building.use]),
  ];
  const devicesWord =
    standing === undefined ? "" : t("list.devicesShort", { n: formats.number(standing.devices, 1) });
  return (
    <div className="list-row building-row">
      <div className="row-line">
        <span className="row-name">{say(building.name)}</span>
        <span className="row-state">
          {standing?.worst != null && <PrioritySign priority={standing.worst} />}
        </span>
      </div>
      <div className="row-line">
        <span className="row-place">{facts.join(" · ")}</span>
        <span className="row-value">{band ?? devicesWord}</span>
      </div>
    </div>
  );
}
