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
  /** Lets every layer take over what changed; when anything did, or `due` says so, the picture is drawn. */
  draw(seconds: number, due: boolean): void;
  /** The picture is on its way to the screen. */
  drawn(): void;
}

/** Seconds between two frames count as one movement up to this; longer is a pause. */
const longestStepS = 0.12;

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
    const due = this.#due || changed;
    this.#due = false;
    this.#steps.draw(seconds, due);
    this.#steps.drawn();
    if (moving) this.ask("camera");
  }
}
