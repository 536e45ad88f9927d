import * as z from "zod/mini";

const sentence = z.object({ "zh-CN": z.string(), en: z.string() });

export const problemAnswer = z.object({
  address: z.string(),
  id: z.string(),
  sentence,
  sinceMs: z.nullable(z.number()),
});

const kept = z.object({
  segments: z.number(),
  bytes: z.number(),
  earliestMs: z.nullable(z.number()),
  keepDays: z.number(),
});

export const figuresAnswer = z.object({
  startedAtMs: z.number(),
  memoryBytes: z.number(),
  twin: z.object({ openAlerts: z.number(), worstLateMs: z.number(), worstTookMs: z.number() }),
  ingest: z.object({ waiting: z.number(), inTray: z.number() }),
  broker: z.object({ kind: z.enum(["embedded", "external", "none"]), clients: z.nullable(z.number()) }),
  stream: z.object({
    clients: z.number(),
    writtenBytes: z.number(),
    parked: z.number(),
    closedTooSlow: z.number(),
  }),
  store: z.object({ bytes: z.number(), waiting: z.number(), freeBytes: z.nullable(z.number()) }),
  history: z.object({
    kept: z.object({ public: kept, staff: kept, personal: kept }),
    writtenBytes: z.number(),
    droppedChunks: z.number(),
  }),
});

/** What `/health` says to an administrator. */
export const healthAnswer = z.object({
  status: z.enum(["ok", "degraded", "failing"]),
  problems: z.optional(z.array(problemAnswer)),
  figures: z.optional(figuresAnswer),
  clock: z.string(),
  points: z.number(),
  devices: z.number(),
  sessions: z.number(),
  readings: z.optional(z.record(z.string(), z.number())),
  version: z.string(),
});

export const trayAnswer = z.object({
  devices: z.array(
    z.object({
      device: z.string(),
      topic: z.string(),
      why: z.string(),
      lastMs: z.number(),
      count: z.number(),
      problem: z.nullable(sentence),
      properties: z.array(z.object({ property: z.string(), shape: z.string() })),
    }),
  ),
});

export const sessionsAnswer = z.object({
  sessions: z.array(
    z.object({
      session: z.string(),
      duty: z.string(),
      beganAtMs: z.number(),
      expiresAtMs: z.number(),
      own: z.boolean(),
    }),
  ),
});
