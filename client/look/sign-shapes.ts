import type { Quality } from "../../models/device/reading.ts";

/** How a device or value is, apart from alarms; each with a shape of its own in a box from −1 to 1. */
export type Condition = "good" | Exclude<Quality, "good">;

/** A reel of tape, in the same box; its holes by the even-odd rule. */
export const recordedShape =
  "M-1 0A1 1 0 1 1 1 0 1 1 0 1 1-1 0ZM-.3-.45A.28.28 0 1 0-.3-.44ZM.75-.1A.28.28 0 1 0 .75-.09ZM-.1.62A.28.28 0 1 0-.1.63Z";

export const conditionShape: Readonly<Record<Condition, string>> = {
  good: "M-.45 0A.45.45 0 1 1 .45 0 .45.45 0 1 1-.45 0Z",
  uncertain: "M-1-.2C-.6-.9-.3-.9 0-.2S.6.5 1-.2V.3C.6 1 .3 1 0 .3S-.6-.4-1 .3Z",
  bad: "M-1-.65-.65-1 0-.35.65-1 1-.65.35 0 1 .65.65 1 0 .35-.65 1-1 .65-.35 0Z",
  stale: "M-.8-1H.8V-.7L.25 0 .8.7V1H-.8V.7L-.25 0-.8-.7Z",
  missing: "M-1-.2H-.35V.2H-1ZM.35-.2H1V.2H.35Z",
};
