import { CloseButton } from "@mantine/core";
import type { ReactNode } from "react";
import type { Building } from "../../../models/community/community.ts";
import { useWords } from "../../language/use-words.ts";
import { CompanyHere } from "../company/company-here.tsx";
import { useDesk } from "../desk-context.ts";
import { useBuildings } from "../use-names.ts";
import { usePart, useSignal } from "../use-signal.ts";
import { BuildingCard } from "./building-card.tsx";
import { CellCard } from "./cell-card.tsx";
import { DeviceCard } from "./device-card.tsx";
import { ObjectCard } from "./object-card.tsx";
import "./selection-card.css";

interface SelectionCardProps {
  readonly onDevices?: (building: Building) => void;
  /** Stands here while nothing is selected. */
  readonly idle?: ReactNode;
}

/** All that may be said of what is selected. */
export function SelectionCard({ onDevices, idle }: SelectionCardProps) {
  const { view } = useDesk();
  const { t } = useWords();
  const selection = usePart(view, "selection");
  return (
    <section className="selection-card" aria-label={t("card.panel")} tabIndex={0}>
      {selection.kind === "none" ? (
        (idle ?? (
          <div className="card-empty">
            <p>{t("card.nothing")}</p>
            <p>{t("card.nothingDo")}</p>
          </div>
        ))
      ) : (
        <>
          <CloseButton
            className="card-close"
            aria-label={t("card.release")}
            onClick={() => view.select({ kind: "none" })}
          />
          <CompanyHere at={selection} />
          <Selected {...(onDevices === undefined ? {} : { onDevices })} />
        </>
      )}
    </section>
  );
}

function Selected({ onDevices }: Pick<SelectionCardProps, "onDevices">) {
  const { view, replica, community } = useDesk();
  const { t } = useWords();
  const buildings = useBuildings();
  const selection = usePart(view, "selection");
  useSignal(replica.devices);
  if (selection.kind === "device") {
    const device = replica.deviceOf(selection.device);
    if (device !== undefined) return <DeviceCard key={selection.device} device={device} />;
  }
  if (selection.kind === "building") {
    const building = buildings.get(selection.building);
    if (building !== undefined) {
      const more = onDevices === undefined ? {} : { onDevices };
      return <BuildingCard key={building.id} building={building} storey={selection.storey} {...more} />;
    }
  }
  if (selection.kind === "cell") {
    const cell = community.gridCells.find(({ id }) => id === selection.cell);
    if (cell !== undefined) return <CellCard key={cell.id} cell={cell} />;
  }
  if (selection.kind === "object") return <ObjectCard id={selection.object} />;
  return <p className="card-note">{t("card.gone")}</p>;
}
