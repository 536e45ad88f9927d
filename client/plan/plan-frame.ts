/** What one frame of the plan does, in its order. */
export interface PlanSteps {
  /** Takes what arrived into the replica; whoever sent it is told that it is drawn. */
  commit(): void;
  /** Draws what is due; nothing when nothing is. */
  draw(): void;
}

/** The one frame of the plan. It runs only when somebody asked; at rest nothing happens at all. */
export class PlanFrame {
  readonly #steps: PlanSteps;
  readonly #request: (run: () => void) => void;
  #asked = false;
  #closed = false;

  /** `request` asks the browser for one frame. */
  constructor(steps: PlanSteps, request: (run: () => void) => void) {
    this.#steps = steps;
    this.#request = request;
  }

  readonly ask = (): void => {
    if (this.#asked || this.#closed) return;
    this.#asked = true;
    this.#request(this.#run);
  };

  close(): void {
    this.#closed = true;
  }

  readonly #run = (): void => {
    this.#asked = false;
    if (this.#closed) return;
    this.#steps.commit();
    this.#steps.draw();
  };
}
