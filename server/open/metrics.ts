import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";

/** Numbers that are read where they live, at the moment somebody asks. */
export interface MetricSources {
  readonly points: () => number;
  readonly devices: () => number;
  readonly sessions: () => number;
  readonly sockets: () => number;
  readonly problems: () => number;
  /** What became of what devices sent, by name. */
  readonly readings: () => Readonly<Record<string, number>>;
  /** What became of what clients were sent and sent, by name. */
  readonly stream: () => Readonly<Record<string, number>>;
}

const latenessBucketsS = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1];

/** The figures of `/metrics`, in a registry of their own. */
export class Metrics {
  readonly #registry = new Registry();
  readonly #lateness: Histogram;

  constructor(sources: MetricSources) {
    const registers = [this.#registry];
    collectDefaultMetrics({ register: this.#registry });
    this.#lateness = new Histogram({
      name: "courtyard_tick_lateness_seconds",
      help: "How much later than due a tick of the twin began",
      buckets: latenessBucketsS,
      registers,
    });
    this.#gauge("courtyard_points", "Points in the twin", sources.points);
    this.#gauge("courtyard_devices", "Devices in the twin", sources.devices);
    this.#gauge("courtyard_sessions", "Open sessions", sources.sessions);
    this.#gauge("courtyard_sockets", "Connected clients", sources.sockets);
    this.#gauge("courtyard_problems", "Problems of the server that are open", sources.problems);
    this.#counters("courtyard_readings_total", "What became of what devices sent", sources.readings);
    this.#counters(
      "courtyard_stream_total",
      "What became of what went to and came from clients",
      sources.stream,
    );
  }

  tickWasLate(byMs: number): void {
    this.#lateness.observe(byMs / 1000);
  }

  get contentType(): string {
    return this.#registry.contentType;
  }

  page(): Promise<string> {
    return this.#registry.metrics();
  }

  #gauge(name: string, help: string, read: () => number): void {
    const gauge: Gauge = new Gauge({
      name,
      help,
      registers: [this.#registry],
      collect: () => gauge.set(read()),
    });
  }

  #counters(name: string, help: string, read: () => Readonly<Record<string, number>>): void {
    const collect = (): void => {
      counter.reset();
      for (const [what, count] of Object.entries(read())) counter.inc({ what }, count);
    };
    const counter: Counter = new Counter({
      name,
      help,
      labelNames: ["what"],
      registers: [this.#registry],
      collect,
    });
  }
}
