import type { Server } from "../stage/server.ts";

/** A point as `/api/v1/points` tells it. */
export interface SeenPoint {
  readonly device: string;
  readonly property: string;
  readonly kind: string;
  readonly value: number | boolean | string | null;
  readonly quality: string;
  readonly reason: string;
  readonly at: string | null;
}

interface PointsPage {
  readonly points: readonly SeenPoint[];
  readonly next: number | null;
}

/** Every point this person may see, by `device/property`. */
export async function pointsSeenBy(server: Server, cookie: string): Promise<Map<string, SeenPoint>> {
  const seen = new Map<string, SeenPoint>();
  const asked = cookie === "" ? undefined : cookie;
  for (let next: number | null = 0; next !== null; ) {
    const page: unknown = await server.get(`/api/v1/points?limit=10000&after=${next}`, asked);
    const { points, next: further } = page as PointsPage;
    for (const point of points) seen.set(`${point.device}/${point.property}`, point);
    next = further;
  }
  return seen;
}

/** What waits in the tray, as `device/property`, and `device` for a description. */
export async function trayOf(server: Server): Promise<Set<string>> {
  const { devices } = (await server.get("/api/v1/tray", await server.enter("administrator"))) as {
    readonly devices: readonly {
      readonly device: string;
      readonly described: boolean;
      readonly properties: readonly { readonly property: string }[];
    }[];
  };
  return new Set(
    devices.flatMap(({ device, described, properties }) => [
      ...(described ? [device] : []),
      ...properties.map(({ property }) => `${device}/${property}`),
    ]),
  );
}

export interface TrailLine {
  readonly seq: number;
  readonly act: string;
  readonly who: string;
  readonly subject: string;
  readonly detail?: Readonly<Record<string, string>>;
}

/** The whole trail, newest first. */
export async function trailOf(server: Server): Promise<TrailLine[]> {
  const cookie = await server.enter("auditor");
  const lines: TrailLine[] = [];
  for (let before: number | undefined; ; ) {
    const from = before === undefined ? "" : `&before=${before}`;
    const page: unknown = await server.get(`/api/v1/trail?limit=1000${from}`, cookie);
    const { entries } = page as { readonly entries: readonly TrailLine[] };
    lines.push(...entries);
    before = entries.at(-1)?.seq;
    if (before === undefined || before <= 1) return lines;
  }
}
