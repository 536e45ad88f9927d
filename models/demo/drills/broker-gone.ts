import type { DrillScript } from "./drill-script.ts";

/** Devices go on as ever; nobody hears them. */
export const brokerGone: DrillScript = { scenes: () => [], cutOff: true };
