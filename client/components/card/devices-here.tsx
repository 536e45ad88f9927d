import { Button } from "@mantine/core";
import { useMemo } from "react";
import type { Building } from "../../../models/community/community.ts";
import { kindOf } from "../../../models/device/catalogue.ts";
import type { KindId } from "../../../models/ids.ts";
import { useWords } from "../../language/use-words.ts";
import { useDesk } from "../desk-context.ts";
import { SymbolMark } from "../symbol-mark.tsx";
import { useFormats } from "../use-formats.ts";
import { useSignal } from "../use-signal.ts";

interface DevicesHereProps {
  readonly building: Building;
  readonly storey: number | null;
  readonly onDevices?: (building: Building) => void;
}

/** How many of which kind stand in a building (or on one of its storeys). */
export function DevicesHere({ building, storey, onDevices }: DevicesHereProps) {
  const { replica } = useDesk();
  const { t, say } = useWords();
  const formats = useFormats();
  const devices = useSignal(replica.devices);
  const counts = useMemo(() => {
    const byKind = new Map<KindId, number>();
    for (const { device } of devices) {
      if (device.place.building !== building.id) continue;
      if (storey !== null && device.place.storey !== storey) continue;
      byKind.set(device.kind, (byKind.get(device.kind) ?? 0) + 1);
    }
    return [...byKind].toSorted((a, b) => b[1] - a[1]);
  }, [devices, building, storey]);
  if (counts.length === 0) return null;
  return (
    <section className="devices-here">
      <h3>{t("card.devicesHere")}</h3>
      <ul>
        {counts.map(([id, count]) => {
          const kind = kindOf(id);
          return (
            <li key={id}>
              <SymbolMark symbol={kind?.symbol ?? "information"} />
              <span>{kind === undefined ? id : say(kind.name)}</span>
              <b>{formats.number(count, 1)}</b>
            </li>
          );
        })}
      </ul>
      {onDevices !== undefined && (
        <Button onClick={() => onDevices(building)}>{t("card.showDevices")}</Button>
      )}
    </section>
  );
}
