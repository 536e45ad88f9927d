/** Why a frame was asked for; counted, so that an idle scene can be told from a busy one. */
export const frameReasons = [
  "readings",
  "camera",
  "pointer",
  "view",
  "light",
  "size",
  "quality",
  "restored",
] as const;
export type FrameReason = (typeof frameReasons)[number];

/** The steps of one frame, in their order. */
export interface FrameSteps {
  /** Takes what arrived into the replica. True when anything one sees changed. */
  commit(): boolean;
  /** Moves the camera on by so many seconds (`costS` is what the last frame really took). True while it moves. */
  moveCamera(seconds: number, costS: number): boolean;
  /** Lets every layer take over what changed; when anything did, or `due` says so, the picture is drawn: then true. */
  draw(seconds: number, due: boolean): boolean;
  /** The picture is on its way to the screen. */
  drawn(): void;
}

/** Seconds between two frames count as one movement up to this; longer is a pause. */
const longestStepS = 0.12;

/**
 * Readings alone draw the picture again only after a rest, of so many times what the last drawing took: they come ten
 * times a second, and slow graphics shall have time for the hand as well.
 */
const restTimes = 4;
const shortestRestS = 1;
const longestRestS = 6;

/** The one list of what happens in a frame. It runs only when somebody asked, and asks again while the camera moves. */
export class TheFrame {
  readonly asked: Record<FrameReason, number> = {
    readings: 0,
    camera: 0,
    pointer: 0,
    view: 0,
    light: 0,
    size: 0,
    quality: 0,
    restored: 0,
  };
  readonly #steps: FrameSteps;
  readonly #request: () => void;
  #due = true;
  /** Readings changed what one sees, and it is not drawn yet. */
  #readingsDue = false;
  #drewLast = false;
  #sinceDrawnS = longestRestS;
  #restS = shortestRestS;

  /** `request` asks the browser for one frame; asking twice before it comes is one frame. */
  constructor(steps: FrameSteps, request: () => void) {
    this.#steps = steps;
    this.#request = request;
  }

  ask(reason: FrameReason): void {
    this.asked[reason] += 1;
    // Readings and a pointer may change nothing one sees; whatever else asks does.
    if (reason !== "readings" && reason !== "pointer") this.#due = true;
    this.#request();
  }

  run(sinceLastS: number): void {
    const seconds = Math.min(longestStepS, Math.max(0, sinceLastS));
    const changed = this.#steps.commit();
    const moving = this.#steps.moveCamera(seconds, sinceLastS);
    if (this.#drewLast) this.#restS = Math.min(longestRestS, Math.max(shortestRestS, restTimes * sinceLastS));
    this.#sinceDrawnS += sinceLastS;
    this.#readingsDue ||= changed;
    const due = this.#due || (this.#readingsDue && this.#sinceDrawnS >= this.#restS);
    this.#due = false;
    this.#drewLast = this.#steps.draw(seconds, due);
    if (this.#drewLast) {
      this.#sinceDrawnS = 0;
      this.#readingsDue = false;
    }
    this.#steps.drawn();
    if (this.#readingsDue) this.#request();
    if (moving) this.ask("camera");
  }
}
