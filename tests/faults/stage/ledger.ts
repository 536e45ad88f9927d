/** A reading the server has acknowledged. */
export interface AcknowledgedReading {
  readonly device: string;
  readonly property: string;
  readonly value: number;
  /** The source time it was sent with. */
  readonly atMs: number;
}

/** What the server said it has, by which it is judged when it is back. */
export class Ledger {
  readonly #readings = new Map<string, AcknowledgedReading>();
  /** Devices whose description was acknowledged. */
  readonly devices = new Set<string>();
  /** What nobody knows and the server said waits in the tray: `device/property`. */
  readonly trayed = new Set<string>();
  /** `Cookie` headers of people who were let in, and as what. */
  readonly sessions = new Map<string, string>();
  /** Tokens that were handed out. */
  readonly tokens = new Set<string>();
  /** Commands that were taken, by id. */
  readonly commands = new Set<string>();
  /** What was done about alarms, by id. */
  readonly actions = new Set<string>();
  /** How often its device was told a command, by id. */
  readonly heard = new Map<string, number>();
  /** One-time links that have let somebody in. */
  readonly usedLinks = new Set<string>();

  /** Keeps the newest of each point, which is what an acknowledgement of a reading promises. */
  reading(reading: AcknowledgedReading): void {
    const key = `${reading.device}/${reading.property}`;
    const before = this.#readings.get(key);
    if (before === undefined || before.atMs <= reading.atMs) this.#readings.set(key, reading);
  }

  /** What was acknowledged until now. */
  copy(): Ledger {
    const copy = new Ledger();
    for (const reading of this.#readings.values()) copy.reading(reading);
    for (const device of this.devices) copy.devices.add(device);
    for (const key of this.trayed) copy.trayed.add(key);
    for (const [cookie, duty] of this.sessions) copy.sessions.set(cookie, duty);
    for (const token of this.tokens) copy.tokens.add(token);
    for (const id of this.commands) copy.commands.add(id);
    for (const id of this.actions) copy.actions.add(id);
    for (const [id, times] of this.heard) copy.heard.set(id, times);
    for (const link of this.usedLinks) copy.usedLinks.add(link);
    return copy;
  }

  get readings(): readonly AcknowledgedReading[] {
    return [...this.#readings.values()];
  }
}
