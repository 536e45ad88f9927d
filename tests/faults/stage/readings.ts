import type { Stage } from "./stage.ts";
import type { Server } from "./server.ts";

export interface SentReading {
  readonly device: string;
  readonly property: string;
  readonly value: unknown;
  readonly at?: unknown;
}

export interface BatchResult {
  readonly status: number;
  readonly accepted: number;
  readonly late: number;
  readonly rejected: readonly { readonly index: number; readonly code: string }[];
}

/** Sends a batch by HTTP; what it says was accepted is in the ledger. */
export async function postReadings(
  stage: Stage,
  server: Server,
  token: string,
  readings: readonly SentReading[],
): Promise<BatchResult> {
  const { status, body } = await postBody(server, token, JSON.stringify(readings));
  if (status !== 200) return { status, accepted: 0, late: 0, rejected: [] };
  const answer = JSON.parse(body) as Omit<BatchResult, "status">;
  const refused = new Set(answer.rejected.map(({ index }) => index));
  for (const [index, { device, property, value, at }] of readings.entries()) {
    if (typeof value === "number" && typeof at === "number" && !refused.has(index) && answer.late === 0)
      stage.ledger.reading({ device, property, value, atMs: at });
  }
  for (const { index, code } of answer.rejected) {
    const reading = readings[index];
    if (reading !== undefined && code.startsWith("unknown-"))
      stage.ledger.trayed.add(`${reading.device}/${reading.property}`);
  }
  return { status, ...answer };
}

/** Sends any body to the door of readings. */
export async function postBody(
  server: Server,
  token: string,
  body: string | Uint8Array<ArrayBuffer>,
  contentType = "application/json",
): Promise<{ readonly status: number; readonly body: string }> {
  const headers = { authorization: `Bearer ${token}`, "content-type": contentType };
  const answer = await fetch(`${server.base}/api/v1/readings`, { method: "POST", headers, body });
  return { status: answer.status, body: await answer.text() };
}
