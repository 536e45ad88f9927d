/**
 * EPSG coordinate reference systems as proj4 definitions (parameters as registered at epsg.org). Families whose
 * members differ by zone only are made by formula.
 */
const bessel = "+ellps=bessel";
const grs80 = "+ellps=GRS80";

/** National systems and their datum shifts, by EPSG code. */
const single: Readonly<Record<number, string>> = {
  3857: "+proj=merc +a=6378137 +b=6378137",
  3035: `+proj=laea +lat_0=52 +lon_0=10 +x_0=4321000 +y_0=3210000 ${grs80}`,
  28992: `+proj=sterea +lat_0=52.15616055555555 +lon_0=5.38763888888889 +k=0.9999079 +x_0=155000 +y_0=463000 ${bessel} +towgs84=565.417,50.3319,465.552,-0.398957,0.343988,-1.8774,4.0725`,
  31370:
    "+proj=lcc +lat_0=90 +lon_0=4.36748666666667 +lat_1=51.1666672333333 +lat_2=49.8333339 +x_0=150000.013 +y_0=5400088.438 +ellps=intl +towgs84=-106.8686,52.2978,-103.7239,-0.3366,0.457,-1.8422,-1.2747",
  3812: `+proj=lcc +lat_0=50.797815 +lon_0=4.35921583333333 +lat_1=49.8333333333333 +lat_2=51.1666666666667 +x_0=649328 +y_0=665262 ${grs80}`,
  2169: "+proj=tmerc +lat_0=49.8333333333333 +lon_0=6.16666666666667 +k=1 +x_0=80000 +y_0=100000 +ellps=intl +towgs84=-189.681,18.3463,-42.7695,-0.33746,-3.09264,2.53861,0.4598",
  2154: `+proj=lcc +lat_0=46.5 +lon_0=3 +lat_1=49 +lat_2=44 +x_0=700000 +y_0=6600000 ${grs80}`,
  2056: `+proj=somerc +lat_0=46.9524055555556 +lon_0=7.43958333333333 +k_0=1 +x_0=2600000 +y_0=1200000 ${bessel} +towgs84=674.374,15.056,405.346`,
  21781: `+proj=somerc +lat_0=46.9524055555556 +lon_0=7.43958333333333 +k_0=1 +x_0=600000 +y_0=200000 ${bessel} +towgs84=674.374,15.056,405.346`,
  27700:
    "+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy +towgs84=446.448,-125.157,542.06,0.15,0.247,0.842,-20.489",
  2157: `+proj=tmerc +lat_0=53.5 +lon_0=-8 +k=0.99982 +x_0=600000 +y_0=750000 ${grs80}`,
  2180: `+proj=tmerc +lat_0=0 +lon_0=19 +k=0.9993 +x_0=500000 +y_0=-5300000 ${grs80}`,
  3301: `+proj=lcc +lat_0=57.5175539305556 +lon_0=24 +lat_1=59.3333333333333 +lat_2=58 +x_0=500000 +y_0=6375000 ${grs80}`,
  3067: `+proj=utm +zone=35 ${grs80}`,
  3006: `+proj=utm +zone=33 ${grs80}`,
  2326: "+proj=tmerc +lat_0=22.3121333333333 +lon_0=114.178555555556 +k=1 +x_0=836694.05 +y_0=819069.8 +ellps=intl +towgs84=-162.619,-276.959,-161.764,-0.067753,2.243648,1.158828,-1.094246",
  3826: `+proj=tmerc +lat_0=0 +lon_0=121 +k=0.9999 +x_0=250000 +y_0=0 ${grs80}`,
  3414: "+proj=tmerc +lat_0=1.36666666666667 +lon_0=103.833333333333 +k=1 +x_0=28001.642 +y_0=38744.572 +ellps=WGS84",
  5179: `+proj=tmerc +lat_0=38 +lon_0=127.5 +k=0.9996 +x_0=1000000 +y_0=2000000 ${grs80}`,
  5186: `+proj=tmerc +lat_0=38 +lon_0=127 +k=1 +x_0=200000 +y_0=600000 ${grs80}`,
  2263: `+proj=lcc +lat_0=40.1666666666667 +lon_0=-74 +lat_1=41.0333333333333 +lat_2=40.6666666666667 +x_0=300000 +y_0=0 ${grs80} +units=us-ft`,
  6539: `+proj=lcc +lat_0=40.1666666666667 +lon_0=-74 +lat_1=41.0333333333333 +lat_2=40.6666666666667 +x_0=300000 +y_0=0 ${grs80} +units=us-ft`,
  32188: `+proj=tmerc +lat_0=0 +lon_0=-73.5 +k=0.9999 +x_0=304800 +y_0=0 ${grs80}`,
};

/** Compound systems (with heights) and twins → the system of their plan coordinates. */
const planOf: Readonly<Record<number, number>> = {
  7415: 28992,
  5554: 25831,
  5555: 25832,
  5556: 25833,
  7416: 25832,
  5698: 2154,
  6190: 31370,
  5971: 25831,
  5972: 25832,
  5973: 25833,
  5845: 3006,
  3903: 3067,
  7405: 27700,
  2950: 32188,
};

/** Systems in degrees (2D, 3D or with heights); their datums agree within what a look at a community needs. */
const geographic = new Set([
  4326, 4979, 9518, 4258, 4937, 4490, 4480, 6668, 6667, 6697, 4269, 7844, 4283, 4612,
]);

const shiftAustria = "+towgs84=577.326,90.129,463.919,5.137,1.474,5.297,2.4232";
const shiftGermany = "+towgs84=598.1,73.7,418.2,0.202,0.045,-2.455,6.7";

/** Origins (lat, lon) of the zones of the Japan Plane Rectangular system, I to XIX. */
const japan: readonly (readonly [number, number])[] = [
  [33, 129.5],
  [33, 131],
  [36, 132 + 1 / 6],
  [33, 133.5],
  [36, 134 + 1 / 3],
  [36, 136],
  [36, 137 + 1 / 6],
  [36, 138.5],
  [36, 139 + 5 / 6],
  [40, 140 + 5 / 6],
  [44, 140.25],
  [44, 142.25],
  [44, 144.25],
  [26, 142],
  [26, 127.5],
  [26, 124],
  [26, 131],
  [20, 136],
  [26, 154],
];

interface Family {
  readonly first: number;
  readonly last: number;
  readonly of: (index: number) => string;
}

const gauss = (lonDeg: number, falseEastingM: number, tail: string): string =>
  `+proj=tmerc +lat_0=0 +lon_0=${lonDeg} +k=1 +x_0=${falseEastingM} +y_0=0 ${tail}`;

const families: readonly Family[] = [
  { first: 32601, last: 32660, of: (i) => `+proj=utm +zone=${i + 1} +ellps=WGS84` },
  { first: 32701, last: 32760, of: (i) => `+proj=utm +zone=${i + 1} +south +ellps=WGS84` },
  { first: 25828, last: 25838, of: (i) => `+proj=utm +zone=${i + 28} ${grs80}` },
  { first: 23028, last: 23038, of: (i) => `+proj=utm +zone=${i + 28} +ellps=intl +towgs84=-87,-98,-121` },
  { first: 26901, last: 26923, of: (i) => `+proj=utm +zone=${i + 1} ${grs80}` },
  { first: 28348, last: 28358, of: (i) => `+proj=utm +zone=${i + 48} +south ${grs80}` },
  { first: 7846, last: 7859, of: (i) => `+proj=utm +zone=${i + 46} +south ${grs80}` },
  { first: 31978, last: 31985, of: (i) => `+proj=utm +zone=${i + 18} +south ${grs80}` },
  // CGCS2000: 6° and 3° Gauss-Krüger, with the zone in front of the easting and without.
  { first: 4491, last: 4501, of: (i) => gauss(75 + 6 * i, (13 + i) * 1e6 + 500000, grs80) },
  { first: 4502, last: 4512, of: (i) => gauss(75 + 6 * i, 500000, grs80) },
  { first: 4513, last: 4533, of: (i) => gauss(75 + 3 * i, (25 + i) * 1e6 + 500000, grs80) },
  { first: 4534, last: 4554, of: (i) => gauss(75 + 3 * i, 500000, grs80) },
  // Finland ETRS-GK19 to GK31, the degree in front of the easting.
  { first: 3873, last: 3885, of: (i) => gauss(19 + i, (19 + i) * 1e6 + 500000, grs80) },
  // Germany DHDN zones 2 to 5.
  {
    first: 31466,
    last: 31469,
    of: (i) => gauss(6 + 3 * i, (2 + i) * 1e6 + 500000, `${bessel} ${shiftGermany}`),
  },
  // Austria MGI GK West, Central, East.
  {
    first: 31254,
    last: 31256,
    of: (i) =>
      `+proj=tmerc +lat_0=0 +lon_0=${10 + 3 * i + 1 / 3} +k=1 +x_0=0 +y_0=-5000000 ${bessel} ${shiftAustria}`,
  },
  // Poland CS2000 zones 5 to 8.
  {
    first: 2176,
    last: 2179,
    of: (i) =>
      `+proj=tmerc +lat_0=0 +lon_0=${15 + 3 * i} +k=0.999923 +x_0=${(5 + i) * 1e6 + 500000} +y_0=0 ${grs80}`,
  },
  // France CC42 to CC50.
  {
    first: 3942,
    last: 3950,
    of: (i) =>
      `+proj=lcc +lat_0=${42 + i} +lon_0=3 +lat_1=${41.25 + i} +lat_2=${42.75 + i} +x_0=1700000 +y_0=${(1 + i) * 1e6 + 200000} ${grs80}`,
  },
  {
    first: 6669,
    last: 6687,
    of: (i) =>
      `+proj=tmerc +lat_0=${japan[i]?.[0] ?? 0} +lon_0=${japan[i]?.[1] ?? 0} +k=0.9999 +x_0=0 +y_0=0 ${grs80}`,
  },
];

/** The code of the system of a code's plan coordinates: of a compound its first part, of any other itself. */
export const planCodeOf = (epsg: number): number => planOf[epsg] ?? epsg;

/** The proj4 definition of an EPSG code; null when it is not known here. Degrees are `+proj=longlat`. */
export function crsDefinition(epsg: number): string | null {
  const plan = planCodeOf(epsg);
  if (geographic.has(plan)) return "+proj=longlat +ellps=WGS84";
  const known = single[plan];
  if (known !== undefined) return `${known} +no_defs`;
  const family = families.find(({ first, last }) => plan >= first && plan <= last);
  return family ? `${family.of(plan - family.first)} +no_defs` : null;
}
