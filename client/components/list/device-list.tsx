import { useEffect, useMemo, useState } from "react";
import { kindOf } from "../../../models/device/catalogue.ts";
import type { ReplicaDevice } from "../../replica/replica-view.ts";
import { useWords } from "../../language/use-words.ts";
import { useDesk } from "../desk-context.ts";
import { withoutPrefix } from "../without-prefix.ts";
import { usePlaceWords } from "../use-names.ts";
import { useSignal } from "../use-signal.ts";
import { DeviceRow } from "./device-row.tsx";
import { filterDevices, orderDevices, type DeviceFilter, type DeviceSpeech } from "./device-filter.ts";
import { VirtualList } from "./virtual-list.tsx";

/** What depends on the devices' state is looked at again every so many beats: rows that jump cannot be read. */
const beatsPerLook = 12;

/** The devices' bytes as they were at the last look; the replica's own change in place. */
function useBytesSnapshot(devices: readonly ReplicaDevice[]): Uint8Array {
  const { replica, beat } = useDesk();
  const [bytes, setBytes] = useState(() => replica.deviceBytes().slice());
  useEffect(() => {
    let beats = 0;
    return beat.subscribe(() => {
      const fits = devices.length === replica.devices.get().length;
      if (fits && beats % beatsPerLook === 0) setBytes(replica.deviceBytes().slice());
      beats += 1;
    });
  }, [replica, beat, devices]);
  return bytes;
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
        return { name, kind, place, haystack: `${name} ${device.id} ${kind} ${place}`.toLowerCase() };
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
  const bytes = useBytesSnapshot(devices);
  const ordered = useMemo(
    () => orderDevices(speech, filter.order, new Intl.Collator(language, { numeric: true })),
    [speech, filter.order, language],
  );
  const shown = useMemo(
    () => filterDevices(devices, speech, bytes, filter, ordered),
    [devices, speech, bytes, filter, ordered],
  );
  return { devices, speech, shown };
}

export function DeviceList({ listing }: { readonly listing: DeviceListing }) {
  const { view } = useDesk();
  const { t } = useWords();
  const { devices, speech, shown } = listing;
  const selection = useSignal(view).selection;
  const chosenAt =
    selection.kind === "device" ? shown.findIndex((i) => devices[i]?.device.id === selection.device) : -1;
  return (
    <VirtualList
      label={t("list.devices")}
      count={shown.length}
      rowRem={2.75}
      keyOf={(at) => devices[shown[at] ?? -1]?.device.id ?? String(at)}
      chosen={chosenAt < 0 ? null : chosenAt}
      onChoose={(at) => {
        const device = devices[shown[at] ?? -1];
        if (device !== undefined) view.selectDevice(device.device.id);
      }}
      empty={devices.length === 0 ? t("list.noDevices") : t("list.none")}
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
