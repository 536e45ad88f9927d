import * as z from "zod/mini";
import type { AlertsBody, EnergyBody, OccupancyBody } from "../../models/overlay/bodies.ts";
import { signal, type Signal } from "../../models/signal.ts";
import type { Clock } from "../clock.ts";

/** An aggregate on its way from the server, or what became of it. */
export type Fetched<Body> =
  | { readonly state: "loading" }
  | { readonly state: "failed" }
  | { readonly state: "here"; readonly body: Body };

interface Bodies {
  readonly energy: EnergyBody;
  readonly occupancy: OccupancyBody;
  readonly alerts: AlertsBody;
}

const rows = z.array(z.looseObject({}));
/** Enough of a body to know it for one; the server made it from the same types. */
const shapes: Readonly<Record<keyof Bodies, z.ZodMiniType>> = {
  energy: z.looseObject({
    status: z.string(),
    uses: z.array(z.string()),
    steps: rows,
    buildings: rows,
    sources: rows,
  }),
  occupancy: z.looseObject({ status: z.string(), atMs: z.number(), buildings: rows }),
  alerts: z.looseObject({ fromMs: z.number(), untilMs: z.number(), intervals: rows }),
};

export interface FeedDoor {
  /** The body as the server answers it now; null when it cannot be had. */
  readonly fetch: () => Promise<unknown>;
  /** Told of each changed body. */
  readonly onChange: (listener: (body: unknown) => void) => void;
  /** Told when the link is live again after it was not. */
  readonly onBack: (listener: () => void) => void;
  readonly clock: Clock;
}

const againMs = 5000;

/** Keeps one overlay's body: asked once, then as it changes, and asked anew after a cut. What is here stays meanwhile. */
export function overlayFeed<Name extends keyof Bodies>(
  name: Name,
  door: FeedDoor,
): Signal<Fetched<Bodies[Name]>> {
  const feed = signal<Fetched<Bodies[Name]>>({ state: "loading" });
  const take = (body: unknown): boolean => {
    const known = shapes[name].safeParse(body).success;
    if (known) feed.set({ state: "here", body: body as Bodies[Name] });
    return known;
  };
  let asking = false;
  const ask = async (): Promise<void> => {
    if (asking) return;
    asking = true;
    const came = take(await door.fetch());
    asking = false;
    if (came) return;
    if (feed.get().state !== "here") feed.set({ state: "failed" });
    door.clock.after(againMs, () => void ask());
  };
  door.onChange(take);
  door.onBack(() => void ask());
  void ask();
  return feed;
}
