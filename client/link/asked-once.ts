import type { LinkWire } from "./wire.ts";

/** Null: the connection went before the answer came. */
export type Answered<Word> = (answer: Word | null) => void;

/** Questions on their way over the link. What was asked when it broke is never asked again by itself. */
export class AskedOnce<Request, Word> {
  readonly #wire: () => LinkWire | null;
  readonly #send: (wire: LinkWire, request: Request, answered: (word: Word) => void) => void;
  readonly #waiting = new Set<Answered<Word>>();

  constructor(
    wire: () => LinkWire | null,
    send: (wire: LinkWire, request: Request, answered: (word: Word) => void) => void,
  ) {
    this.#wire = wire;
    this.#send = send;
  }

  ask(request: Request, answered: Answered<Word>): void {
    const wire = this.#wire();
    if (wire === null) return answered(null);
    this.#waiting.add(answered);
    this.#send(wire, request, (word) => {
      if (this.#waiting.delete(answered)) answered(word);
    });
  }

  /** The connection is gone. */
  cut(): void {
    for (const answered of [...this.#waiting]) if (this.#waiting.delete(answered)) answered(null);
  }
}
