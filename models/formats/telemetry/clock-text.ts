/** A moment written without a zone, as its parts; `elapsedMs` only serves to tell how far apart two moments are. */
export interface ClockText {
  readonly elapsedMs: number;
  readonly month: number;
  readonly day: number;
  /** Hours with their fraction, 0 to 24. */
  readonly hour: number;
}

const pattern = /^(\d{4})-(\d{1,2})-(\d{1,2})[ T](\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?$/;

/** `2015-02-04 17:51:00`; null for anything else. */
export function clockText(written: string): ClockText | null {
  const parts = pattern
    .exec(written)
    ?.slice(1)
    .map((part) => Number(part ?? 0));
  if (!parts) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts;
  const elapsedMs = Date.UTC(year, month - 1, day, hour, minute, second);
  return { elapsedMs, month, day, hour: hour + minute / 60 + second / 3600 };
}

/** Epoch milliseconds as the UTC moment they are. */
export function epochText(epochMs: number): { readonly written: string; readonly clock: ClockText } {
  const date = new Date(epochMs);
  const hour = date.getUTCHours() + date.getUTCMinutes() / 60 + date.getUTCSeconds() / 3600;
  return {
    written: date.toISOString(),
    clock: { elapsedMs: epochMs, month: date.getUTCMonth() + 1, day: date.getUTCDate(), hour },
  };
}
