import type { GeographicPlace } from "../community/community.ts";

/** South, west, north, east in degrees; the first box that holds a place wins. Coarse, for a clock to start with. */
const boxes: readonly (readonly [south: number, west: number, north: number, east: number, zone: string])[] =
  [
    [20, 119.9, 25.5, 122.2, "Asia/Taipei"],
    [22.1, 113.8, 22.6, 114.5, "Asia/Hong_Kong"],
    [1.1, 103.5, 1.5, 104.1, "Asia/Singapore"],
    [33, 124.5, 39, 130, "Asia/Seoul"],
    [24, 122.5, 46, 154, "Asia/Tokyo"],
    [18, 73, 54, 123, "Asia/Shanghai"],
    [38, 123, 54, 135, "Asia/Shanghai"],
    [49.8, -11, 61, -5.4, "Europe/Dublin"],
    [49.8, -8.7, 61, 1.9, "Europe/London"],
    [36.8, -9.7, 42.2, -6.2, "Europe/Lisbon"],
    [35.9, -9.5, 43.9, 3.4, "Europe/Madrid"],
    [50.7, 3.3, 53.7, 7.1, "Europe/Amsterdam"],
    [49.4, 2.5, 51.6, 6.4, "Europe/Brussels"],
    [45.8, 5.9, 47.9, 10.5, "Europe/Zurich"],
    [46.3, 9.5, 48.9, 17.2, "Europe/Vienna"],
    [41.3, -5.2, 51.1, 8.2, "Europe/Paris"],
    [36.5, 6.6, 47, 18.6, "Europe/Rome"],
    [47.2, 5.8, 55.1, 15.1, "Europe/Berlin"],
    [49, 14.1, 54.9, 24.2, "Europe/Warsaw"],
    [57.4, 21.7, 59.8, 28.3, "Europe/Tallinn"],
    [59.7, 19, 70.1, 31.6, "Europe/Helsinki"],
    [54.5, 8, 57.8, 12.8, "Europe/Copenhagen"],
    [55.2, 11, 69.1, 24.2, "Europe/Stockholm"],
    [24, -87, 49, -66, "America/New_York"],
    [25, -101, 49, -87, "America/Chicago"],
    [31, -114, 49, -101, "America/Denver"],
    [32, -125, 49, -114, "America/Los_Angeles"],
  ];

/** An IANA zone for a place: a known country's, else the one of its longitude (`Etc/GMT-8` is eight hours ahead). */
export function timeZoneOf(place: GeographicPlace | null): string {
  if (place === null) return "Etc/UTC";
  const { latitudeDeg: lat, longitudeDeg: lon } = place;
  const box = boxes.find(
    ([south, west, north, east]) => lat >= south && lat <= north && lon >= west && lon <= east,
  );
  if (box) return box[4];
  const ahead = Math.round(lon / 15);
  return ahead === 0 ? "Etc/UTC" : `Etc/GMT${ahead > 0 ? "-" : "+"}${Math.min(12, Math.abs(ahead))}`;
}
