import { deviceId, type CommunityId, type DeviceId } from "../../models/ids.ts";
import { communityIdOf } from "../../models/formats/file-name.ts";
import type { Recording } from "../../models/formats/telemetry/recording.ts";

export interface RecordedDeviceMessages {
  readonly id: DeviceId;
  /** Topic of the device's readings; `$describe` and `$state` lie below it. */
  readonly topic: string;
  readonly description: string;
}

export interface DevicePlacement {
  readonly community: CommunityId;
  readonly building: string;
  readonly dwelling: string | null;
  /** `[east, north, up]` metres of the first device; the others stand beside it. Null when not known. */
  readonly position: readonly [number, number, number] | null;
}

const spacingM = 1.5;

/** What the devices of a recording say of themselves. The first stands for all as their gateway. */
export function recordedDevices(
  recording: Recording,
  fileName: string,
  { community, building, dwelling, position }: DevicePlacement,
): readonly [RecordedDeviceMessages, ...RecordedDeviceMessages[]] {
  const [from, to] = recording.span;
  const messages = recording.devices.map((device, i): RecordedDeviceMessages => {
    // The place is part of the id: one file may play on two buildings or in two homes at once.
    const stem = `recorded-${communityIdOf(fileName)}-${communityIdOf(dwelling ?? building)}`.slice(0, 110);
    const idOf = (key: string): DeviceId => deviceId(key === "" ? stem : `${stem}-${key}`);
    const id = idOf(device.key);
    const head = recording.devices[0];
    const name = (words: string): string => `${words} (${from} – ${to})`.slice(0, 200);
    return {
      id,
      topic: `courtyard/${community}/${id}`,
      description: JSON.stringify({
        kind: device.kind,
        name: { "zh-CN": name(device.name["zh-CN"]), en: name(device.name.en) },
        at: {
          building,
          ...(dwelling !== null && { dwelling }),
          ...(position && { position: [position[0] + i * spacingM, position[1], position[2]] }),
        },
        origin: "recorded",
        ...(i > 0 && head && { via: idOf(head.key) }),
      }),
    };
  });
  const [first, ...others] = messages;
  if (!first) throw new Error("a recording without devices");
  return [first, ...others];
}
