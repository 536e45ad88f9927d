/** Where loops wait while nothing new may be begun. */
export class Turnstile {
  #open: (() => void) | null = null;
  #opened: Promise<void> | null = null;

  close(): void {
    this.#opened ??= new Promise((resolve) => (this.#open = resolve));
  }

  open(): void {
    this.#open?.();
    this.#opened = null;
  }

  /** Resolved once it is open. */
  async pass(): Promise<void> {
    await this.#opened;
  }
}
