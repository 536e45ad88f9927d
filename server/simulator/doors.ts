/** Time, as the process hands it in. Each timer returns the function that ends it. */
export interface SimulatorDoors {
  readonly wallNowMs: () => number;
  readonly every: (ms: number, act: () => void) => () => void;
  readonly after: (ms: number, act: () => void) => () => void;
  /** One line for whoever watches over the process; only for what is out of the ordinary. */
  readonly log: (line: string) => void;
}
