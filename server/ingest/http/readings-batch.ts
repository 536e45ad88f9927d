import type { Text } from "../../../models/language/text.ts";
import { decodeText, parseDeviceJson } from "../careful-json.ts";
import type { RefusalCode } from "../codes.ts";
import { refusalSentences } from "../codes.ts";
import type { Intake } from "../intake.ts";
import type { MessageTap } from "../message-tap.ts";
import { deviceIdOrNull, propertyIdOrNull } from "../topics.ts";

/** The answer to a batch; `accepted` counts every reading the twin holds now, or held already. */
export interface BatchAnswer {
  readonly accepted: number;
  readonly late: number;
  readonly rejected: readonly {
    readonly index: number;
    readonly code: RefusalCode;
    readonly sentence: Text;
  }[];
}

/** A body that is no batch at all: nothing of it was taken. */
export interface BatchRefusal {
  readonly refused: RefusalCode;
  readonly sentence: Text;
}

export const batchLimits = { bytes: 4 * 1024 * 1024, readings: 20_000, depth: 4 } as const;

const readingsAddress = "POST /api/v1/readings";
const keys: ReadonlySet<string> = new Set(["device", "property", "value", "at", "quality"]);

/**
 * Takes the body of `POST /api/v1/readings`: a JSON array, or one JSON object per line (NDJSON). Every good reading
 * counts whatever the others are.
 */
export class ReadingsBatch {
  readonly #intake: Pick<Intake, "offer" | "counters">;
  readonly #tap: Pick<MessageTap, "heard">;

  constructor(intake: Pick<Intake, "offer" | "counters">, tap: Pick<MessageTap, "heard">) {
    this.#intake = intake;
    this.#tap = tap;
  }

  take(body: Buffer, contentType: string): BatchAnswer | BatchRefusal {
    if (body.length > batchLimits.bytes) return this.#refuse("oversize");
    const source = decodeText(body);
    if (source === null) return this.#refuse("malformed");
    const readings = readingsOf(source, contentType);
    if (readings === null) return this.#refuse("malformed");
    if (readings.length > batchLimits.readings) return this.#refuse("oversize");
    let accepted = 0;
    let late = 0;
    const rejected: BatchAnswer["rejected"][number][] = [];
    for (const [index, reading] of readings.entries()) {
      const outcome = this.#offer(reading);
      if (outcome === "accepted" || outcome === "duplicate" || outcome === "clock-suspect") accepted++;
      else if (outcome === "late") late++;
      else rejected.push({ index, code: outcome, sentence: refusalSentences[outcome] });
    }
    return { accepted, late, rejected };
  }

  #offer(reading: unknown): ReturnType<Intake["offer"]> {
    const malformed = (): "malformed" => {
      this.#intake.counters.malformed++;
      return "malformed";
    };
    if (typeof reading !== "object" || reading === null || Array.isArray(reading)) return malformed();
    if (!Object.keys(reading).every((key) => keys.has(key)) || !Object.hasOwn(reading, "value"))
      return malformed();
    const { device, property, value, at, quality } = reading as Readonly<Record<string, unknown>>;
    const id = typeof device === "string" ? deviceIdOrNull(device) : null;
    const name = typeof property === "string" ? propertyIdOrNull(property) : null;
    if (id === null || name === null) return malformed();
    this.#tap.heard(id, readingsAddress, reading);
    return this.#intake.offer(id, name, value, at, quality, readingsAddress);
  }

  #refuse(refused: "oversize" | "malformed"): BatchRefusal {
    this.#intake.counters[refused]++;
    return { refused, sentence: refusalSentences[refused] };
  }
}

/** The readings of a body, each still to be looked at; null when it is neither JSON nor lines of JSON. */
function readingsOf(source: string, contentType: string): readonly unknown[] | null {
  if (!/ndjson|jsonl/i.test(contentType)) {
    const whole = parseDeviceJson(source, batchLimits.depth);
    if (Array.isArray(whole)) return whole;
    if (typeof whole === "object" && whole !== null) return [whole];
  }
  // A broken line is a malformed reading (`undefined`), an empty one is none.
  const lines = source.split("\n").filter((line) => line.trim() !== "");
  const readings = lines.map((line) => parseDeviceJson(line, batchLimits.depth));
  return lines.length > 0 && readings.every((reading) => typeof reading !== "object") ? null : readings;
}
