import proj4 from "proj4";
import type { GeographicPlace } from "../community/community.ts";
import { isInAreaOfUse } from "./crs-areas.ts";
import { crsDefinition } from "./crs-definitions.ts";

/** Metres per degree of latitude on the mean sphere (6 371 008.8 m, IUGG). */
const metresPerDegree = (6371008.8 * Math.PI) / 180;
const feet: Readonly<Record<string, number>> = { "us-ft": 1200 / 3937, ft: 0.3048 };

/** How the coordinates of a file become metres east, north and up, and the way back to a place on Earth. */
export interface LocalFrame {
  /** Rewrites `xyz` triples in place: file coordinates → metres from `base` (east, north), height in metres. */
  toMetres(xyz: Float64Array): void;
  /** Where a point of the local metres lies; null when the system is unknown. */
  placeOf(eastM: number, northM: number): GeographicPlace | null;
}

/**
 * The code in a reference such as `https://www.opengis.net/def/crs/EPSG/0/7415`, `urn:ogc:def:crs:EPSG::28992`,
 * `EPSG:2056` or a compound of several (the first is the plan); null when there is none.
 */
export function crsCodeOf(reference: string): string | null {
  if (/CRS84/i.test(reference)) return "EPSG:4326";
  const code = /EPSG(?:\/|:)+(?:[\d.]*(?:\/|:))?(\d{4,6})/i.exec(reference)?.[1];
  return code === undefined ? null : `EPSG:${code}`;
}

export const isKnownCrs = (code: string): boolean => crsDefinition(Number(code.slice(5))) !== null;

export const isInDegrees = (code: string): boolean =>
  crsDefinition(Number(code.slice(5)))?.includes("+proj=longlat") === true;

/** Whether a place can be meant by coordinates of the system `code`; those of an unknown one mean none. */
export const isInItsArea = (code: string, place: GeographicPlace | null): boolean =>
  place !== null && isInAreaOfUse(Number(code.slice(5)), place);

/**
 * The local frame of coordinates in the system `code` (null or unknown: taken as metres) around the file's point `base`.
 * Degrees may come as lon, lat or lat, lon: whichever lies beyond ±90 is the longitude; in doubt longitude is first.
 * Meridian convergence is left out of account.
 */
export function localFrame(code: string | null, base: readonly [number, number]): LocalFrame {
  const definition = code === null ? null : crsDefinition(Number(code.slice(5)));
  if (definition === null) return { toMetres: shifted(base, 1, 1), placeOf: () => null };
  if (definition.includes("+proj=longlat")) return degreesFrame(base);
  const project = proj4(definition, "+proj=longlat +ellps=WGS84");
  const at = (x: number, y: number): GeographicPlace | null => {
    const [longitudeDeg = Number.NaN, latitudeDeg = Number.NaN] = project.forward([x, y]);
    const sane = Math.abs(latitudeDeg) <= 90 && Math.abs(longitudeDeg) <= 180;
    return sane ? { latitudeDeg, longitudeDeg } : null;
  };
  const unitM = feet[/\+units=(\S+)/.exec(definition)?.[1] ?? ""] ?? 1;
  // Web Mercator stretches the ground by 1/cos(latitude); heights are not stretched.
  const stretch = definition.includes("+proj=merc")
    ? Math.cos(((at(...base)?.latitudeDeg ?? 0) * Math.PI) / 180)
    : 1;
  const planM = unitM * stretch;
  return {
    toMetres: shifted(base, planM, unitM),
    placeOf: (eastM, northM) => at(base[0] + eastM / planM, base[1] + northM / planM),
  };
}

function shifted(base: readonly [number, number], planM: number, heightM: number) {
  return (xyz: Float64Array): void => {
    for (let i = 0; i + 2 < xyz.length; i += 3) {
      xyz[i] = ((xyz[i] ?? 0) - base[0]) * planM;
      xyz[i + 1] = ((xyz[i + 1] ?? 0) - base[1]) * planM;
      xyz[i + 2] = (xyz[i + 2] ?? 0) * heightM;
    }
  };
}

/** Equirectangular around the base: within 10 km its error is some centimetres. */
function degreesFrame(base: readonly [number, number]): LocalFrame {
  const latitudeFirst = Math.abs(base[1]) > 90;
  const [lon0, lat0] = latitudeFirst ? [base[1], base[0]] : base;
  const eastPerDegree = metresPerDegree * Math.max(0.01, Math.cos((lat0 * Math.PI) / 180));
  return {
    toMetres(xyz) {
      for (let i = 0; i + 2 < xyz.length; i += 3) {
        const first = xyz[i] ?? 0;
        const second = xyz[i + 1] ?? 0;
        xyz[i] = ((latitudeFirst ? second : first) - lon0) * eastPerDegree;
        xyz[i + 1] = ((latitudeFirst ? first : second) - lat0) * metresPerDegree;
      }
    },
    placeOf: (eastM, northM) => ({
      latitudeDeg: lat0 + northM / metresPerDegree,
      longitudeDeg: lon0 + eastM / eastPerDegree,
    }),
  };
}

/** The same frame with its origin moved to a point of it. */
export const movedFrame = (frame: LocalFrame, eastM: number, northM: number): LocalFrame => ({
  toMetres(xyz) {
    frame.toMetres(xyz);
    for (let i = 0; i + 1 < xyz.length; i += 3) {
      xyz[i] = (xyz[i] ?? 0) - eastM;
      xyz[i + 1] = (xyz[i + 1] ?? 0) - northM;
    }
  },
  placeOf: (e, n) => frame.placeOf(e + eastM, n + northM),
});
