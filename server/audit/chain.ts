import { createHash } from "node:crypto";

/** A place in the chain: an entry's number and the seal that stands for it and all before it. */
export interface Head {
  readonly seq: number;
  readonly hash: Uint8Array;
}

/** What of an entry is sealed, in the form in which it is kept. */
export interface Sealed {
  readonly seq: number;
  readonly at_ms: number;
  readonly community_at_ms: number;
  readonly act: string;
  readonly who: string;
  readonly subject: string;
  readonly detail: string;
}

/** The seal before the first entry: no chain of one installation goes on in another. */
export const genesisOf = (installation: string): Uint8Array =>
  createHash("sha256").update(`courtyard trail ${installation}`).digest();

/** SHA-256 over the seal before and the entry, written in the one way there is to write it. */
export function sealOf(entry: Sealed, previous: Uint8Array): Uint8Array {
  const { seq, at_ms, community_at_ms, act, who, subject, detail } = entry;
  const content = JSON.stringify([1, seq, at_ms, community_at_ms, act, who, subject, detail]);
  return createHash("sha256").update(previous).update(content).digest();
}

export const hexOf = (hash: Uint8Array): string => Buffer.from(hash).toString("hex");
/** False also for what somebody else left where a seal should be. */
export const isSame = (one: Uint8Array, other: Uint8Array): boolean =>
  one instanceof Uint8Array && other instanceof Uint8Array && Buffer.compare(one, other) === 0;
/** A head as it is written in logs and asked for by commands. */
export const headText = ({ seq, hash }: Head): string => `${seq}:${hexOf(hash)}`;
