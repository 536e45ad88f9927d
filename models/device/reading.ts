/**
 * Quality of a value as one byte: the low three bits say how good it is, the high bits why it is not better.
 * The words are those of OPC UA; `stale` is judged by the server's clock, `missing` means never reported.
 */
export const qualities = ["good", "uncertain", "bad", "stale", "missing"] as const;
export type Quality = (typeof qualities)[number];
export const qualityReasons = [
  "none",
  "clock-suspect",
  "out-of-range",
  "restored",
  "gateway-silent",
  "reported-by-device",
] as const;
export type QualityReason = (typeof qualityReasons)[number];

/** One byte: quality ordinal + 8 × reason ordinal. */
export const qualityByte = (quality: Quality, reason: QualityReason = "none"): number =>
  qualities.indexOf(quality) + 8 * qualityReasons.indexOf(reason);

export const goodQuality = 0;
export const missingQuality = qualityByte("missing");
export const qualityOf = (byte: number): Quality => qualities[byte & 7] ?? "bad";
export const reasonOf = (byte: number): QualityReason => qualityReasons[byte >> 3] ?? "none";
/** Whether somebody vouches for the value: it is good or uncertain. */
export const isVouchedFor = (byte: number): boolean => (byte & 7) <= 1;
