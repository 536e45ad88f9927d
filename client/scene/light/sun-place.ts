import { getMoonPosition, getPosition } from "suncalc";
import type { GeographicPlace } from "../../../models/community/community.ts";

/** Where the sun stands, and where the strongest light comes from; degrees, azimuth clockwise from north. */
export interface SkyPlace {
  readonly sunDeg: number;
  readonly sunAzimuthDeg: number;
  readonly keyDeg: number;
  readonly keyAzimuthDeg: number;
  /** True when the key light is the moon's. */
  readonly moonlit: boolean;
}

/** Below this the sun gives no shadows any more and the moon (or where one would wish it) takes over. */
const handOverDeg = -4;
/** A light this low throws shadows without end; held up a little for the picture. */
const lowestKeyDeg = 3;
/** Where night's light comes from when the moon is down. */
const skyShine = { azimuthDeg: 215, heightDeg: 42 };

/** The places of sun and key light at a moment. Without a place a mild day of mid latitudes is assumed. */
export function skyPlaceAt(place: GeographicPlace | null, atMs: number): SkyPlace {
  const at = place ?? { latitudeDeg: 36, longitudeDeg: 0 };
  const date = new Date(atMs);
  const sun = getPosition(date, at.latitudeDeg, at.longitudeDeg);
  if (sun.altitude > handOverDeg) {
    return {
      sunDeg: sun.altitude,
      sunAzimuthDeg: sun.azimuth,
      keyDeg: Math.max(lowestKeyDeg, sun.altitude),
      keyAzimuthDeg: sun.azimuth,
      moonlit: false,
    };
  }
  const moon = getMoonPosition(date, at.latitudeDeg, at.longitudeDeg);
  const up = moon.altitude > 12;
  return {
    sunDeg: sun.altitude,
    sunAzimuthDeg: sun.azimuth,
    keyDeg: up ? Math.min(60, moon.altitude) : skyShine.heightDeg,
    keyAzimuthDeg: up ? moon.azimuth : skyShine.azimuthDeg,
    moonlit: true,
  };
}

/** The control room's fixed lamp: over the left shoulder of somebody who looks north. */
export const studioPlace: SkyPlace = {
  sunDeg: 48,
  sunAzimuthDeg: 222,
  keyDeg: 48,
  keyAzimuthDeg: 222,
  moonlit: false,
};

/** A unit vector of the scene (x east, y up, z south) towards a point of the sky. */
export function towards(azimuthDeg: number, heightDeg: number): readonly [x: number, y: number, z: number] {
  const azimuth = (azimuthDeg * Math.PI) / 180;
  const height = (heightDeg * Math.PI) / 180;
  return [Math.sin(azimuth) * Math.cos(height), Math.sin(height), -Math.cos(azimuth) * Math.cos(height)];
}

/** Degrees between two places of the sky. */
export function apartDeg(a: SkyPlace, b: SkyPlace): number {
  const [ax, ay, az] = towards(a.keyAzimuthDeg, a.keyDeg);
  const [bx, by, bz] = towards(b.keyAzimuthDeg, b.keyDeg);
  return (Math.acos(Math.min(1, Math.max(-1, ax * bx + ay * by + az * bz))) * 180) / Math.PI;
}
