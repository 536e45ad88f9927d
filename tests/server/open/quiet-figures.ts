import type { Figures } from "../../../server/open/figures.ts";

const none = { segments: 0, bytes: 0, earliestMs: null, keepDays: 30 };

/** A server in which nothing happens. */
export const quietFigures: Figures = {
  startedAtMs: 0,
  memoryBytes: 1,
  twin: { openAlerts: 0, worstLateMs: 0, worstTookMs: 0, ticks: 0 },
  ingest: { waiting: 0, inTray: 1 },
  broker: { kind: "none", clients: null },
  stream: { clients: 0, writtenBytes: 0, parked: 0, closedTooSlow: 0 },
  store: { bytes: 4096, waiting: 0, freeBytes: null },
  history: {
    kept: { public: { ...none, bytes: 77 }, staff: none, personal: none },
    writtenBytes: 0,
    droppedChunks: 0,
  },
};
