/** What a receiver has taken and spent since it began. */
export interface Standing {
  readonly readings: number;
  readonly cpuS: number;
  /** Ticks (or timer beats of 100 ms) in all, and those that began more than 50 ms late. */
  readonly ticks: number;
  readonly lateTicks: number;
}

/** Who takes the stations' messages, by MQTT and by HTTP. */
export interface Receiver {
  readonly mqttUrl: string;
  readonly mqttPassword: string | null;
  readonly httpUrl: string;
  readonly httpToken: string | null;
  standing(): Promise<Standing>;
  /** What it holds of a station, by property. */
  holds(station: string): Promise<Readonly<Record<string, unknown>>>;
  close(): Promise<void>;
}
