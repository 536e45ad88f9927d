import { environmentReaders } from "./environment.ts";
import { fireReaders } from "./fire.ts";
import { homeReaders } from "./homes.ts";
import { lightNetworkReaders } from "./lights-network.ts";
import { mobilityReaders } from "./mobility.ts";
import { movingReaders } from "./moving.ts";
import { powerReaders } from "./power.ts";
import type { Readers } from "./reader.ts";
import { waterHeatReaders } from "./water-heat.ts";

/** What devices read, by kind. */
export const readers: Readers = {
  ...fireReaders,
  ...homeReaders,
  ...waterHeatReaders,
  ...powerReaders,
  ...movingReaders,
  ...environmentReaders,
  ...mobilityReaders,
  ...lightNetworkReaders,
};
