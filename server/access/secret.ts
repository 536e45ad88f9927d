import { createHash } from "node:crypto";

/** Where secrets come from: so many unpredictable bytes. */
export type RandomBytes = (size: number) => Uint8Array;

/** 256 bits that fit a URL, a header and a cookie. */
export const newSecret = (random: RandomBytes): string => Buffer.from(random(32)).toString("base64url");

/** Short name for a row; not a secret. */
export const newName = (random: RandomBytes): string => Buffer.from(random(8)).toString("hex");

const shape = /^[A-Za-z0-9_-]{43}$/;
export const isSecret = (text: string): boolean => shape.test(text);

/** The only form in which a secret is kept. */
export const hashOf = (secret: string): Uint8Array => createHash("sha256").update(secret).digest();
export const keyOf = (hash: Uint8Array): string => Buffer.from(hash).toString("hex");
