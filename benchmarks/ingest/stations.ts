/** Weather stations that speak: their topics and what they say in each round. */
export const properties = [
  "pm25",
  "pm10",
  "ozone",
  "humidity",
  "temperature",
  "windSpeed",
  "gust",
  "windDirection",
  "rain",
  "noise",
] as const;

export const kind = "env_station";
const community = "demo";

export const stationName = (station: number): string => `bench-station-${station}`;
export const topicOf = (station: number): string => `courtyard/${community}/${stationName(station)}`;

/** Whole numbers that every property of a station can be, another one in each round. */
export const valueOf = (station: number, property: number, round: number): number =>
  30 + ((station * 7 + property * 3 + round) % 29);

export interface Message {
  readonly topic: string;
  readonly payload: string;
  readonly readings: number;
}

/** A message per reading, or with `batched` one per station. */
export function messagesOf(stations: number, round: number, batched: boolean): Message[] {
  return Array.from({ length: stations }, (_, station) => {
    const topic = topicOf(station);
    const values = properties.map((property, at) => [property, valueOf(station, at, round)] as const);
    if (batched) {
      return [{ topic, payload: JSON.stringify(Object.fromEntries(values)), readings: values.length }];
    }
    return values.map(([property, value]) => ({
      topic: `${topic}/${property}`,
      payload: String(value),
      readings: 1,
    }));
  }).flat();
}

/** A body of `POST /api/v1/readings` per reading, or with `batched` one per hundred. */
export function bodiesOf(stations: number, round: number, batched: boolean): Message[] {
  const readings = Array.from({ length: stations }, (_, station) =>
    properties.map((property, at) => ({
      device: stationName(station),
      property,
      value: valueOf(station, at, round),
    })),
  ).flat();
  const each = batched ? 100 : 1;
  return Array.from({ length: Math.ceil(readings.length / each) }, (_, n) => {
    const some = readings.slice(n * each, (n + 1) * each);
    return { topic: "/api/v1/readings", payload: JSON.stringify(some), readings: some.length };
  });
}
