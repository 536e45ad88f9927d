import type { GeographicPlace } from "../../models/community/community.ts";

/** @throws when it is not `LAT,LON` in degrees. */
export function latitudeLongitude(text: string): GeographicPlace {
  const [latitude, longitude, more] = text
    .split(",")
    .map((part) => (part.trim() === "" ? Number.NaN : Number(part)));
  const place = { latitudeDeg: latitude ?? Number.NaN, longitudeDeg: longitude ?? Number.NaN };
  const sane = Math.abs(place.latitudeDeg) <= 90 && Math.abs(place.longitudeDeg) <= 180;
  if (!sane || more !== undefined) throw new Error("latitude and longitude in degrees, such as 31.17,121.49");
  return place;
}
