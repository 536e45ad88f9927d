import { connectAsync, type MqttClient } from "mqtt";

/** What `/api/v1/points` says of one point. */
export interface SpokenPoint {
  readonly device: string;
  readonly property: string;
  readonly value: number | boolean | string | null;
  readonly quality: string;
  readonly reason: string;
  readonly ageS: number | null;
  readonly origin: string;
}

/** Uses a one-time link. @returns the `Cookie` header of the session. */
export async function signIn(link: string): Promise<string> {
  const answer = await fetch(link, { redirect: "manual" });
  const cookie = answer.headers.get("set-cookie")?.split(";")[0];
  if (answer.status !== 303 || cookie === undefined) throw new Error(`not let in: ${answer.status}`);
  return cookie;
}

export async function pointsOf(url: string, cookie: string, query: string): Promise<readonly SpokenPoint[]> {
  const answer = await fetch(`${url}/api/v1/points?${query}`, { headers: { cookie } });
  return ((await answer.json()) as { points: SpokenPoint[] }).points;
}

/** A client of the broker that says nothing of who it is. */
export const anonymousClient = (port: number): Promise<MqttClient> =>
  connectAsync(`mqtt://127.0.0.1:${port}`, { reconnectPeriod: 0 });

export async function communityOf(
  url: string,
): Promise<{ id: string; counts: { buildings: number; devices: number } }> {
  return (await fetch(`${url}/api/v1/community`)).json() as never;
}
