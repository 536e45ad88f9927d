import type { EastNorthUp } from "../../community/community.ts";
import { kindOf } from "../../device/catalogue.ts";
import type { DevicePlace } from "../../device/device.ts";
import type { DeviceKind } from "../../device/kind.ts";
import type { BuildingId, DeviceId, DwellingId, SpaceId } from "../../ids.ts";
import { deviceId, kindId } from "../../ids.ts";
import type { Text } from "../../language/text.ts";
import { text } from "../../language/text.ts";
import { subSeed } from "../seed.ts";

/** A device of the demo, before it has a gateway. */
export interface PlacedDevice {
  readonly id: DeviceId;
  readonly kind: DeviceKind;
  readonly name: Text;
  readonly place: DevicePlace & { readonly at: EastNorthUp };
  /** Stair unit it belongs to, for its gateway; null outdoors and in the basement. */
  readonly unit: number | null;
  readonly fedBy: DeviceId | null;
  readonly seed: number;
}

export interface DemoDevice extends PlacedDevice {
  readonly via: DeviceId | null;
}

export interface Placement {
  readonly id: string;
  readonly kind: string;
  /** Where it is, in words; the kind's name is put behind. */
  readonly where: Text;
  readonly at: EastNorthUp;
  readonly number?: number;
  readonly building?: BuildingId | null;
  readonly storey?: number | null;
  readonly dwelling?: DwellingId;
  readonly space?: SpaceId | null;
  readonly unit?: number;
  readonly fedBy?: DeviceId | null;
}

export type Place = (placement: Placement) => PlacedDevice;

const centimetres = (lengthM: number): number => Math.round(lengthM * 100) / 100;

/** A kind's name in the middle of a sentence: small letters, but abbreviations such as EV and SOS stay. */
const inSentence = (name: string): string =>
  name.replace(/\p{L}+/gu, (word) => (/^\p{Lu}{2,}/u.test(word) ? word : word.toLowerCase()));

/** @throws when the catalogue does not know the kind. */
export const placing =
  (seed: number): Place =>
  (placement) => {
    const kind = kindOf(kindId(placement.kind));
    if (!kind) throw new Error(`kind ${placement.kind} is not in the catalogue`);
    const number = placement.number === undefined ? "" : ` ${placement.number}`;
    const [east, north, up] = placement.at;
    return {
      id: deviceId(placement.id),
      kind,
      name: text(
        `${placement.where["zh-CN"]} ${kind.name["zh-CN"]}${number}`,
        `${placement.where.en}, ${inSentence(kind.name.en)}${number}`,
      ),
      place: {
        building: placement.building ?? null,
        storey: placement.storey ?? null,
        dwelling: placement.dwelling ?? null,
        space: placement.space ?? null,
        at: [centimetres(east), centimetres(north), centimetres(up)],
      },
      unit: placement.unit ?? null,
      fedBy: placement.fedBy ?? null,
      seed: subSeed(seed, placement.id),
    };
  };
