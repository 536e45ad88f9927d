import type { Text } from "../../models/language/text.ts";

/** Timers, handed in: this room makes none of its own. */
export interface Timers {
  /** @returns the function that ends it. */
  every(ms: number, act: () => void): () => void;
  /** After everything else that is due in this turn of the loop. */
  soon(act: () => void): void;
}

/** Where trouble of our own machinery is shown. Raised again under the same address and id it replaces itself. */
export interface Problems {
  raise(problem: { readonly address: string; readonly id: string; readonly sentence: Text }): void;
  end(address: string, id: string): void;
}

/** Resolves once what this brought so far, or something newer, will outlive us. Rejects when the store fails. */
export type Settle = (what: "description" | "readings" | "both") => Promise<void>;

/** Who speaks through a connection. */
export interface Speaker {
  /** Stands for the connection; the same object for as long as it lasts. */
  readonly connection: object;
  /** Name of its credential; `""` for nobody known. */
  readonly name: string;
  /** Whether a description from it may be believed. */
  readonly trusted: boolean;
}
