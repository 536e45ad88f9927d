import { parseDeviceJson } from "./careful-json.ts";

const mayBeJson = /^[\s\d"[{tfn-]/;
const mustBeJson = /^\s*["[{]/;

/** A payload as devices write it: JSON of at most `depth` levels, or a bare word. `undefined` for broken JSON. */
export function payloadValue(payload: string, depth: number): unknown {
  if (!mayBeJson.test(payload)) return payload === "" ? undefined : payload;
  const value = parseDeviceJson(payload, depth);
  return value === undefined && !mustBeJson.test(payload) ? payload.trim() : value;
}
