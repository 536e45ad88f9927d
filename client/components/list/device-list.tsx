import { useEffect, useMemo, useState } from "react";
import { kindOf } from "../../../models/device/catalogue.ts";
import type { ReplicaDevice, ReplicaView } from "../../replica/replica-view.ts";
import { useWords } from "../../language/use-words.ts";
import { useDesk } from "../desk-context.ts";
import { keySlotOf } from "../device-standing.ts";
import { withoutPrefix } from "../without-prefix.ts";
import { useMeasured } from "../measured.ts";
import { usePlaceWords } from "../use-names.ts";
import { usePart, useSignal } from "../use-signal.ts";
import { DeviceRow } from "./device-row.tsx";
import {
  deviceSpeech,
  filterDevices,
  orderDevices,
  type DeviceFilter,
  type DeviceLook,
  type DeviceSpeech,
} from "./device-filter.ts";
import { VirtualList } from "./virtual-list.tsx";

/** What depends on the devices' state is looked at again every so many beats: rows that jump cannot be read. */
const beatsPerLook = 12;

function lookAt(replica: ReplicaView, withAges: boolean): DeviceLook {
  const devices = withAges ? replica.devices.get() : [];
  const atMs = Float64Array.from(devices, (device) => {
    const slot = keySlotOf(replica, device);
    return slot === null ? 0 : replica.atMs(slot);
  });
  return { bytes: replica.deviceBytes().slice(), atMs };
}

/** The devices as they were at the last look; the replica's own columns change in place. */
function useDeviceLook(devices: readonly ReplicaDevice[], withAges: boolean): DeviceLook {
  const { replica, beat } = useDesk();
  const [look, setLook] = useState(() => lookAt(replica, withAges));
  useEffect(() => {
    let beats = 0;
    const again = (): void => {
      const fits = devices.length === replica.devices.get().length;
      if (fits && beats % beatsPerLook === 0) setLook(lookAt(replica, withAges));
      beats += 1;
    };
    again();
    return beat.subscribe(again);
  }, [replica, beat, devices, withAges]);
  return look;
}

function useDeviceSpeech(devices: readonly ReplicaDevice[]): readonly DeviceSpeech[] {
  const { community } = useDesk();
  const { say } = useWords();
  const placeWords = usePlaceWords();
  return useMemo(
    () =>
      devices.map(({ device }) => {
        const name = withoutPrefix(say(device.name), say(community.name));
        const kindName = kindOf(device.kind)?.name;
        const kind = kindName === undefined ? device.kind : say(kindName);
        const place = placeWords(device.place);
        return deviceSpeech(device.id, name, kind, place);
      }),
    [devices, community, say, placeWords],
  );
}

export interface DeviceListing {
  readonly devices: readonly ReplicaDevice[];
  readonly speech: readonly DeviceSpeech[];
  readonly shown: readonly number[];
}

export function useDeviceListing(filter: DeviceFilter): DeviceListing {
  const { replica } = useDesk();
  const { language } = useWords();
  const devices = useSignal(replica.devices);
  const speech = useDeviceSpeech(devices);
  const look = useDeviceLook(devices, filter.order === "age");
  const ordered = useMemo(
    () => orderDevices(speech, filter.order, new Intl.Collator(language, { numeric: true })),
    [speech, filter.order, language],
  );
  const shown = useMemo(
    () => filterDevices(devices, speech, look, filter, ordered),
    [devices, speech, look, filter, ordered],
  );
  return { devices, speech, shown };
}

export function DeviceList({ listing }: { readonly listing: DeviceListing }) {
  const { view } = useDesk();
  const { t } = useWords();
  const { devices, speech, shown } = listing;
  const selection = usePart(view, "selection");
  const measured = useMeasured();
  const none = measured === "unknown" ? t("figure.loading") : t("list.noDevices");
  return (
    <VirtualList
      label={t("list.devices")}
      count={shown.length}
      rowRem={2.75}
      keyOf={(at) => devices[shown[at] ?? -1]?.device.id ?? String(at)}
      nameOf={(at) => speech[shown[at] ?? -1]?.name ?? ""}
      chosen={selection.kind === "device" ? selection.device : null}
      onChoose={(at) => {
        const device = devices[shown[at] ?? -1];
        if (device !== undefined) view.selectDevice(device.device.id);
      }}
      empty={devices.length === 0 ? none : t("list.none")}
      renderRow={(at) => {
        const i = shown[at] ?? -1;
        const device = devices[i];
        const words = speech[i];
        return device === undefined || words === undefined ? null : (
          <DeviceRow device={device} speech={words} />
        );
      }}
    />
  );
}
