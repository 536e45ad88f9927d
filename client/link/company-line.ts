import { nobodyElse, type Company, type Look } from "../../models/presence/presence.ts";
import { signal, type Signal } from "../../models/signal.ts";
import type { LinkWire } from "./wire.ts";

/** What one looks at is told so often at most; the newest counts. */
const tellEveryMs = 400;

/** Who else is here, and what they are told of what this person looks at. */
export class CompanyLine {
  readonly #wire: () => LinkWire | null;
  readonly #later: (delayMs: number, act: () => void) => void;
  readonly #company = signal<Company>(nobodyElse);
  /** What is to be told; null until there is something, and in duties that tell nothing. */
  #look: Look | null = null;
  #waits = false;
  #isFresh = false;

  constructor(wire: () => LinkWire | null, later: (delayMs: number, act: () => void) => void) {
    this.#wire = wire;
    this.#later = later;
  }

  /** Who else is here; nobody while the link is down, for then nobody knows. */
  get company(): Signal<Company> {
    return this.#company;
  }

  tell(look: Look): void {
    this.#look = look;
    this.#isFresh = true;
    if (this.#waits) return;
    this.#waits = true;
    this.#send();
    this.#later(tellEveryMs, () => {
      this.#waits = false;
      if (this.#isFresh && this.#look !== null) this.tell(this.#look);
    });
  }

  take(company: Company): void {
    this.#company.set(company);
  }

  /** Watching has begun: the server knows nothing of us yet. */
  begin(): void {
    this.#isFresh = this.#look !== null;
    this.#send();
  }

  /** The connection is gone. */
  cut(): void {
    this.#company.set(nobodyElse);
  }

  #send(): void {
    const wire = this.#wire();
    if (!this.#isFresh || this.#look === null || wire === null) return;
    this.#isFresh = false;
    wire.tell("look", this.#look);
  }
}
