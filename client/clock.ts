/** Time and timers as the client's rooms are given them; wall time, never the community's. */
export interface Clock {
  /** Epoch milliseconds of the wall. */
  now(): number;
  /** Rings once. @returns the function that calls it off. */
  after(delayMs: number, ring: () => void): () => void;
  /** Rings again and again. @returns the function that ends it. */
  every(periodMs: number, ring: () => void): () => void;
}

export const wallClock: Clock = {
  now: () => Date.now(),
  after(delayMs, ring) {
    const timer = setTimeout(ring, delayMs);
    return () => clearTimeout(timer);
  },
  every(periodMs, ring) {
    const timer = setInterval(ring, periodMs);
    return () => clearInterval(timer);
  },
};
