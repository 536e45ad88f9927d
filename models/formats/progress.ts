/** The steps a file is read in, in their order. */
export const readingSteps = ["text", "objects", "faces", "checks"] as const;
export type ReadingStep = (typeof readingSteps)[number];

/** Is told how far the reading is: the step, and how much of it is done, 0 to 1. */
export type Progress = (step: ReadingStep, share: number) => void;

/** A look now and then: told for every item, it tells of every hundredth or so. */
export function inHundredths(progress: Progress, step: ReadingStep, of: number): (done: number) => void {
  const every = Math.max(1, Math.ceil(of / 100));
  return (done) => {
    if (done % every === 0 || done === of) progress(step, of === 0 ? 1 : done / of);
  };
}
