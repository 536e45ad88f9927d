import type { SunPosition } from "./sun.ts";
import type { Weather } from "./weather.ts";

const radians = Math.PI / 180;
/** Panels on the flat roofs lean a little to the south. */
const tiltDeg = 10;
const albedo = 0.2;
/** PVWatts system losses. */
const losses = 0.140757;

/** Share of global irradiance that is diffuse, by the clearness index (Erbs, Klein and Duffie 1982). */
function diffuseShare(clearness: number): number {
  if (clearness <= 0.22) return 1 - 0.09 * clearness;
  if (clearness > 0.8) return 0.165;
  const k = clearness;
  return 0.9511 - 0.1604 * k + 4.388 * k ** 2 - 16.638 * k ** 3 + 12.336 * k ** 4;
}

/** Irradiance in the plane of the panels, W/m² (isotropic sky). */
function inPlane(sun: SunPosition, irradiance: number): number {
  const cosZenith = Math.max(0.03, Math.sin(sun.altitudeDeg * radians));
  const diffuse = diffuseShare(irradiance / (1361 * cosZenith)) * irradiance;
  const direct = (irradiance - diffuse) / cosZenith;
  const cosIncidence =
    cosZenith * Math.cos(tiltDeg * radians) -
    Math.cos(sun.altitudeDeg * radians) * Math.sin(tiltDeg * radians) * Math.cos(sun.azimuthDeg * radians);
  return (
    direct * Math.max(0, cosIncidence) +
    (diffuse * (1 + Math.cos(tiltDeg * radians))) / 2 +
    (irradiance * albedo * (1 - Math.cos(tiltDeg * radians))) / 2
  );
}

/**
 * AC power of panels in kW per kWp: Faiman cell temperature, PVWatts DC and losses, a flat inverter efficiency of 0.96.
 * Zero while the sun is below the horizon.
 */
export function powerPerKwp(sun: SunPosition, weather: Weather): number {
  if (sun.altitudeDeg <= 0.5 || weather.irradiance <= 0) return 0;
  const plane = inPlane(sun, weather.irradiance);
  const cellC = weather.temperatureC + plane / (25 + 6.84 * weather.windMs);
  return Math.max(0, (plane / 1000) * (1 - 0.0035 * (cellC - 25)) * (1 - losses) * 0.96);
}
