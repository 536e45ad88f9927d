/** How much the picture may cost. */
export interface Quality {
  readonly level: 0 | 1 | 2;
  /** Upper limit of device pixels per CSS pixel. */
  readonly mostRatio: number;
  readonly shadowMap: number;
  readonly nearTrees: number;
}

const levels: readonly [Quality, Quality, Quality] = [
  { level: 0, mostRatio: 0.6, shadowMap: 2048, nearTrees: 0 },
  { level: 1, mostRatio: 1, shadowMap: 4096, nearTrees: 80 },
  { level: 2, mostRatio: 2, shadowMap: 4096, nearTrees: 220 },
];

const framesWatched = 12;
/** Above this mean a frame is too dear; below the other there is room for more. */
const tooSlowS = 1 / 22;
const roomyS = 1 / 50;
/** So much time for a handful of frames is answer enough. */
const hopelessS = 1;

/** Watches what moving frames cost and steps down or up; it never steps up twice, so it cannot swing. */
export class QualityGauge {
  #level: 0 | 1 | 2;
  #sum = 0;
  #count = 0;
  #steppedDown = false;

  constructor(start: 0 | 1 | 2 = 2) {
    this.#level = start;
  }

  get quality(): Quality {
    return levels[this.#level];
  }

  /** Takes the seconds between two frames of one movement. True when the quality is another now. */
  note(frameS: number): boolean {
    this.#sum += Math.min(frameS, 2);
    const hopeless = this.#sum > hopelessS;
    if (++this.#count < framesWatched && !hopeless) return false;
    const mean = this.#sum / this.#count;
    this.#sum = this.#count = 0;
    if (mean > tooSlowS && this.#level > 0) {
      this.#level = this.#level === 2 ? 1 : 0;
      this.#steppedDown = true;
      return true;
    }
    if (mean < roomyS && this.#level < 2 && !this.#steppedDown) {
      this.#level = this.#level === 0 ? 1 : 2;
      return true;
    }
    return false;
  }
}
