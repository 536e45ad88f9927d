import type { Audience } from "../../models/duty/authority.ts";
import type { AlertsBody, EnergyBody, OccupancyBody } from "../../models/overlay/bodies.ts";
import type { OverlayEvent } from "../../models/stream/messages.ts";

export type OverlayName = OverlayEvent["overlay"];

/** What other rooms may ask of the overlays: the answer for an audience, and word when one changed. */
export interface OverlaySource {
  body(overlay: OverlayName, audience: Audience): EnergyBody | OccupancyBody | AlertsBody;
  /** @returns the function that ends the listening. */
  onChange(listener: (overlay: OverlayName, audience: Audience) => void): () => void;
}
