import type { KindId } from "../ids.ts";
import type { DeviceKind } from "./kind.ts";
import { accessSecurityKinds } from "./kinds/access-security.ts";
import { careNetworkKinds } from "./kinds/care-network.ts";
import { energyKinds } from "./kinds/energy.ts";
import { environmentKinds } from "./kinds/environment.ts";
import { fireKinds } from "./kinds/fire.ts";
import { fireWaterKinds } from "./kinds/fire-water.ts";
import { gasKinds } from "./kinds/gas.ts";
import { heatKinds } from "./kinds/heat.ts";
import { liftLightingKinds } from "./kinds/lifts-lighting.ts";
import { mobilityWasteKinds } from "./kinds/mobility-waste.ts";
import { powerKinds } from "./kinds/power.ts";
import { recordedKinds } from "./kinds/recorded.ts";
import { waterKinds } from "./kinds/water.ts";

const kinds: readonly DeviceKind[] = [
  ...fireKinds,
  ...fireWaterKinds,
  ...gasKinds,
  ...waterKinds,
  ...heatKinds,
  ...powerKinds,
  ...energyKinds,
  ...liftLightingKinds,
  ...accessSecurityKinds,
  ...environmentKinds,
  ...mobilityWasteKinds,
  ...careNetworkKinds,
  ...recordedKinds,
];

/** Every kind of device the product knows by itself; a device of another kind must describe its points. */
export const catalogue: ReadonlyMap<KindId, DeviceKind> = new Map(kinds.map((kind) => [kind.id, kind]));

export const kindOf = (id: KindId): DeviceKind | undefined => catalogue.get(id);
