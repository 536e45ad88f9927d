import { useMemo } from "react";
import { kindOf } from "../../../models/device/catalogue.ts";
import { useDesk, type DeskSession } from "../../components/desk-context.ts";
import { PointRows } from "../../components/card/point-rows.tsx";
import { Panel } from "../../components/panel.tsx";
import { SymbolMark } from "../../components/symbol-mark.tsx";
import { withoutPrefix } from "../../components/without-prefix.ts";
import { useBuildings } from "../../components/use-names.ts";
import { useSignal } from "../../components/use-signal.ts";
import { useWords } from "../../language/use-words.ts";

/** The devices of one's own home and what they say; nobody else gets these. */
export function MyHome({ home }: { readonly home: NonNullable<DeskSession["dwelling"]> }) {
  const { replica, view, community } = useDesk();
  const { t, say } = useWords();
  const buildings = useBuildings();
  const all = useSignal(replica.devices);
  const devices = useMemo(() => all.filter(({ device }) => device.place.dwelling === home.id), [all, home]);
  const building = buildings.get(home.building);
  return (
    <Panel
      title={`${t("open.myHome")} · ${withoutPrefix(say(home.name), say(community.name))}`}
      note={t("open.myHomeHow")}
      className="my-home"
      side={
        building !== undefined && (
          <button
            type="button"
            className="plain-button card-link"
            onClick={() => view.selectBuilding(building.id, home.storey)}
          >
            {say(building.name)} · {t("list.storey", { n: home.storey })}
          </button>
        )
      }
    >
      {devices.length === 0 && <p className="panel-note">{t("open.noHomePoints")}</p>}
      {devices.map((device) => (
        <section key={device.device.id} className="home-device">
          <h3>
            <SymbolMark symbol={kindOf(device.device.kind)?.symbol ?? "information"} />
            <span>{withoutPrefix(say(device.device.name), say(home.name))}</span>
          </h3>
          <PointRows device={device} />
        </section>
      ))}
    </Panel>
  );
}
