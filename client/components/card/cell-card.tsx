import { useMemo } from "react";
import { contactOf } from "../../../models/alarm/response/contacts.ts";
import type { GridCell } from "../../../models/community/community.ts";
import { partyId } from "../../../models/ids.ts";
import { priorities } from "../../../models/device/kind.ts";
import { spokenName } from "../../../models/community/spoken-name.ts";
import { useWords } from "../../language/use-words.ts";
import { useDesk } from "../desk-context.ts";
import { countOpen } from "../device-counts.ts";
import { useCountedStandings } from "../building-standings.ts";
import { conditionOf } from "../device-standing.ts";
import { PrioritySign } from "../signs.tsx";
import { useFormats } from "../use-formats.ts";
import { useBuildings } from "../use-names.ts";
import { useSignal } from "../use-signal.ts";
import { Fact, Facts } from "./facts.tsx";

/** A grid cell: what is open in it, who says nothing, its buildings, and who answers for it. */
export function CellCard({ cell }: { readonly cell: GridCell }) {
  const { replica, community } = useDesk();
  const { t, say } = useWords();
  const formats = useFormats();
  const buildings = useBuildings();
  const here = useMemo(() => new Set(cell.buildings), [cell]);
  const alerts = useSignal(replica.alerts);
  const counts = countOpen(
    alerts.filter((alert) => {
      const building = (replica.deviceOf(alert.device)?.device ?? alert.about)?.place.building;
      return building != null && here.has(building);
    }),
  );
  const homes = community.dwellings.filter(({ building }) => here.has(building)).length;
  const residents = cell.buildings.reduce((sum, id) => sum + (buildings.get(id)?.residents ?? 0), 0);
  const member = contactOf(partyId("GRID"));
  return (
    <>
      <header className="card-head">
        <h2>{say(cell.name)}</h2>
      </header>
      <ul className="cell-counts" aria-label={t("card.openAlerts")}>
        {priorities.map((priority) => (
          <li key={priority} className={counts[priority] === 0 ? "zero" : undefined}>
            <PrioritySign priority={priority} />
            <b>{formats.number(counts[priority], 1)}</b>
          </li>
        ))}
      </ul>
      <Facts>
        <SilentHere cell={cell} />
        {homes > 0 && <Fact name={t("card.dwellings")}>{formats.number(homes, 1)}</Fact>}
        {residents > 0 && <Fact name={t("card.residents")}>{formats.number(residents, 1)}</Fact>}
        {member !== undefined && (
          <Fact name={say(member.name)}>
            {say(member.reach)} {member.number}
          </Fact>
        )}
        <Fact name={t("card.id")}>
          <span className="card-id">{cell.id}</span>
        </Fact>
      </Facts>
      <BuildingsHere cell={cell} />
    </>
  );
}

function SilentHere({ cell }: { readonly cell: GridCell }) {
  const { replica, beat } = useDesk();
  const { t } = useWords();
  const formats = useFormats();
  const devices = useSignal(replica.devices);
  useSignal(beat);
  const bytes = replica.deviceBytes();
  const silent = devices.filter(
    ({ index, device }) =>
      device.place.building !== null &&
      cell.buildings.includes(device.place.building) &&
      conditionOf(bytes, index) === "stale",
  ).length;
  return <Fact name={t("overview.silent")}>{formats.number(silent, 1)}</Fact>;
}

function BuildingsHere({ cell }: { readonly cell: GridCell }) {
  const { view } = useDesk();
  const { t, say } = useWords();
  const formats = useFormats();
  const buildings = useBuildings();
  const standings = useCountedStandings();
  return (
    <section className="devices-here">
      <h3>{t("card.buildingsHere")}</h3>
      <ul>
        {cell.buildings.map((id) => {
          const building = buildings.get(id);
          const standing = standings.get(id);
          return (
            <li key={id}>
              <button
                type="button"
                className="plain-button card-link"
                onClick={() => view.selectBuilding(id)}
              >
                {building === undefined ? id : spokenName(say(building.name))}
              </button>
              <span className="cell-worst">
                {standing?.worst != null && <PrioritySign priority={standing.worst} wordless />}
              </span>
              <b>{formats.number(standing?.open ?? 0, 1)}</b>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
