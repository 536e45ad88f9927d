export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Looks again and again until it holds. @throws with what was waited for after `longestMs`. */
export async function until(
  what: string,
  holds: () => boolean | Promise<boolean>,
  longestMs = 60_000,
): Promise<void> {
  const giveUpMs = performance.now() + longestMs;
  while (!(await holds())) {
    if (performance.now() > giveUpMs) throw new Error(`waited in vain until ${what}`);
    await pause(20);
  }
}
