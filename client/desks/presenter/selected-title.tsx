import { spokenName } from "../../../models/community/spoken-name.ts";
import { useDesk } from "../../components/desk-context.ts";
import { useOccupancyBands } from "../../components/occupancy-bands.ts";
import { useFormats } from "../../components/use-formats.ts";
import { useBuildings } from "../../components/use-names.ts";
import { usePart } from "../../components/use-signal.ts";
import { useWords } from "../../language/use-words.ts";

/** What is selected, said at the side in stage type. */
export function SelectedTitle() {
  const { view } = useDesk();
  const { t, say } = useWords();
  const formats = useFormats();
  const buildings = useBuildings();
  const bands = useOccupancyBands();
  const selection = usePart(view, "selection");
  const building = selection.kind === "building" ? buildings.get(selection.building) : undefined;
  if (building === undefined) return null;
  const band = bands.get(building.id);
  return (
    <aside className="stage-selected" data-over-scene>
      <h2>{spokenName(say(building.name))}</h2>
      <p>
        {building.storeys !== null && `${t("list.storeysShort", { n: building.storeys })} · `}
        {formats.number(building.heightM, 0.1)} m
      </p>
      {band !== undefined && <p>{band}</p>}
    </aside>
  );
}
