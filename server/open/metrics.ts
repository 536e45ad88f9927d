import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";
import type { Figures } from "./figures.ts";
import type { OpenProblem } from "./problems.ts";

/** Numbers that are read where they live, at the moment somebody asks. */
export interface MetricSources {
  readonly version: string;
  readonly points: () => number;
  readonly devices: () => number;
  readonly sessions: () => number;
  readonly problems: () => readonly OpenProblem[];
  readonly figures: () => Figures;
  /** What became of what devices sent, by name. */
  readonly readings: () => Readonly<Record<string, number>>;
  /** What became of what clients were sent and sent, by name. */
  readonly stream: () => Readonly<Record<string, number>>;
}

const tickBucketsS = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1];

/** Of Node's own: gauges that call themselves totals, which no checker of metrics lets pass. */
const misnamed = [
  "nodejs_active_handles_total",
  "nodejs_active_requests_total",
  "nodejs_active_resources_total",
];

type Rows = readonly (readonly [labels: Readonly<Record<string, string>>, value: number])[];

/** The figures of `/metrics`, in a registry of their own. */
export class Metrics {
  readonly #registry = new Registry();
  readonly #lateness: Histogram;
  readonly #length: Histogram;

  constructor(sources: MetricSources) {
    collectDefaultMetrics({ register: this.#registry });
    for (const name of misnamed) this.#registry.removeSingleMetric(name);
    this.#lateness = this.#histogram(
      "courtyard_tick_lateness_seconds",
      "How much later than due a tick of the twin began",
    );
    this.#length = this.#histogram("courtyard_tick_duration_seconds", "How long a tick of the twin took");
    this.#gauge("courtyard_info", "The running version", () => [[{ version: sources.version }, 1]]);
    this.#gauge("courtyard_points", "Points in the twin", only(sources.points));
    this.#gauge("courtyard_devices", "Devices in the twin", only(sources.devices));
    this.#gauge("courtyard_sessions", "Open sessions", only(sources.sessions));
    this.#gauge("courtyard_problems", "Problems of the server that are open", () => [
      [{}, sources.problems().length],
    ]);
    this.#gauge("courtyard_problem", "1 for each problem that is open", () =>
      sources.problems().map(({ address, id }) => [{ address, id }, 1]),
    );
    this.#figures(sources.figures);
    const readings = (): Rows => byWhat(sources.readings());
    this.#counter("courtyard_readings_total", "What became of what devices sent", readings);
    const stream = (): Rows => byWhat(sources.stream());
    this.#counter("courtyard_stream_total", "What became of what went to and came from clients", stream);
  }

  #figures(read: () => Figures): void {
    const one = (of: (figures: Figures) => number | null) => (): Rows => {
      const value = of(read());
      return value === null ? [] : [[{}, value]];
    };
    const kept = (of: (figures: Figures["history"]["kept"]["public"]) => number) => (): Rows =>
      Object.entries(read().history.kept).map(([visibility, each]) => [{ visibility }, of(each)]);
    const gauge = (name: string, help: string, rows: () => Rows): void => this.#gauge(name, help, rows);
    gauge(
      "courtyard_sockets",
      "Connected clients",
      one(({ stream }) => stream.clients),
    );
    gauge(
      "courtyard_open_alerts",
      "Alerts that are open",
      one(({ twin }) => twin.openAlerts),
    );
    gauge(
      "courtyard_readings_waiting",
      "Readings that wait for a tick",
      one(({ ingest }) => ingest.waiting),
    );
    gauge(
      "courtyard_tray_devices",
      "Devices that wait to be mapped",
      one(({ ingest }) => ingest.inTray),
    );
    gauge(
      "courtyard_broker_clients",
      "Connections to the embedded broker",
      one(({ broker }) => broker.clients),
    );
    gauge(
      "courtyard_store_bytes",
      "Size of the database",
      one(({ store }) => store.bytes),
    );
    gauge(
      "courtyard_values_waiting",
      "Last values not on the disk yet",
      one(({ store }) => store.waiting),
    );
    gauge(
      "courtyard_disk_free_bytes",
      "Room left where the data lie",
      one(({ store }) => store.freeBytes),
    );
    gauge(
      "courtyard_history_bytes",
      "Size of the history",
      kept(({ bytes }) => bytes),
    );
    gauge(
      "courtyard_history_segments",
      "Segments of the history",
      kept(({ segments }) => segments),
    );
    this.#counter(
      "courtyard_history_written_bytes_total",
      "Bytes of history written",
      one(({ history }) => history.writtenBytes),
    );
    this.#counter(
      "courtyard_history_dropped_chunks_total",
      "Seconds of a series that the disk did not take in time",
      one(({ history }) => history.droppedChunks),
    );
  }

  noteTick(lateMs: number, tookMs: number): void {
    this.#lateness.observe(lateMs / 1000);
    this.#length.observe(tookMs / 1000);
  }

  get contentType(): string {
    return this.#registry.contentType;
  }

  page(): Promise<string> {
    return this.#registry.metrics();
  }

  #histogram(name: string, help: string): Histogram {
    return new Histogram({ name, help, buckets: tickBucketsS, registers: [this.#registry] });
  }

  #gauge(name: string, help: string, rows: () => Rows): void {
    const gauge: Gauge = new Gauge({
      name,
      help,
      labelNames: ["address", "id", "version", "visibility"],
      registers: [this.#registry],
      collect() {
        gauge.reset();
        for (const [labels, value] of rows()) gauge.set(labels, value);
      },
    });
  }

  #counter(name: string, help: string, rows: () => Rows): void {
    const counter: Counter = new Counter({
      name,
      help,
      labelNames: ["what"],
      registers: [this.#registry],
      collect() {
        counter.reset();
        for (const [labels, value] of rows()) counter.inc(labels, value);
      },
    });
  }
}

const only = (read: () => number) => (): Rows => [[{}, read()]];

const byWhat = (counts: Readonly<Record<string, number>>): Rows =>
  Object.entries(counts).map(([what, count]) => [{ what }, count]);
