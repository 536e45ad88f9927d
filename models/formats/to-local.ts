import type { Community } from "../community/community.ts";
import type { ToLocal } from "../device/description.ts";
import { localFrame } from "./crs.ts";

/** Longitude and latitude to the metres of the community, where it says where it lies. */
export function toLocalIn({ place }: Pick<Community, "place">): ToLocal {
  if (place === null) return () => null;
  const frame = localFrame("EPSG:4326", [place.longitudeDeg, place.latitudeDeg]);
  return ({ lon, lat, heightM }) => {
    const metres = new Float64Array([lon, lat, heightM]);
    frame.toMetres(metres);
    return [metres[0] ?? 0, metres[1] ?? 0, heightM];
  };
}
