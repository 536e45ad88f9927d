interface Lane<Thing> {
  waiting: Thing[];
  inFlight: number;
}

/** So many begin at one step, and so many of one lane may be under way at once. */
const perStep = 400;
const perLane = 40;

/** Devices waiting to be described, lane by lane, so that no connection is flooded and none waits for another. */
export class Introductions<Thing> {
  readonly #introduce: (thing: Thing) => Promise<void>;
  readonly #lanes = new Map<object, Lane<Thing>>();

  constructor(introduce: (thing: Thing) => Promise<void>) {
    this.#introduce = introduce;
  }

  /** Nobody waits, nothing is under way. */
  get done(): boolean {
    for (const { waiting, inFlight } of this.#lanes.values())
      if (waiting.length > 0 || inFlight > 0) return false;
    return true;
  }

  /** Puts a lane's things in place of whatever waited there. */
  begin(lane: object, things: readonly Thing[]): void {
    this.#lane(lane).waiting = [...things];
  }

  drop(lane: object): void {
    this.#lane(lane).waiting = [];
  }

  proceed(): void {
    let left = perStep;
    for (const lane of this.#lanes.values()) {
      while (left > 0 && lane.inFlight < perLane) {
        const thing = lane.waiting.shift();
        if (thing === undefined) break;
        left--;
        void this.#run(lane, thing);
      }
    }
  }

  async #run(lane: Lane<Thing>, thing: Thing): Promise<void> {
    lane.inFlight++;
    try {
      await this.#introduce(thing);
    } finally {
      lane.inFlight--;
    }
  }

  #lane(key: object): Lane<Thing> {
    const known = this.#lanes.get(key);
    if (known) return known;
    const lane: Lane<Thing> = { waiting: [], inFlight: 0 };
    this.#lanes.set(key, lane);
    return lane;
  }
}
