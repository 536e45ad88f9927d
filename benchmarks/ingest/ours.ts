import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { connectAsync } from "mqtt";
import { z } from "zod";
import { startCourtyard } from "../../tests/journeys/courtyard.ts";
import { projectRoot } from "../../tests/project-root.ts";
import type { Receiver, Standing } from "./receiver.ts";
import { kind, stationName, topicOf } from "./stations.ts";

const run = promisify(execFile);

const pointsAnswer = z.object({
  points: z.array(z.object({ property: z.string(), value: z.unknown() })),
});

/** The server as its users start it, without demo devices; the stations introduce themselves like any device. */
export async function courtyard(stations: number): Promise<Receiver> {
  const args = ["--simulator", "off", "--requests-per-minute", "10000000"];
  const server = await startCourtyard({ args });
  const token = async (use: string): Promise<string> => {
    const command = ["--import", "tsx", "server/commands/token.ts", use, "--data", server.dataFolder];
    const { stdout } = await run(process.execPath, command, { cwd: projectRoot });
    return stdout.trim().split(/\s+/).at(-1) ?? "";
  };
  const mqttUrl = `mqtt://127.0.0.1:${server.mqttPort}`;
  const password = await token("devices");
  const client = await connectAsync(mqttUrl, { username: "bench", password });
  const described = Array.from({ length: stations }, (_, station) =>
    client.publishAsync(
      `${topicOf(station)}/$describe`,
      JSON.stringify({ kind, name: { en: stationName(station) } }),
      { qos: 1, retain: true },
    ),
  );
  await Promise.all(described);
  await client.endAsync();
  return {
    mqttUrl,
    mqttPassword: password,
    httpUrl: server.url,
    httpToken: await token("ingest"),
    standing: async () => standingIn(await (await fetch(`${server.url}/metrics`)).text()),
    async holds(station) {
      const answer: unknown = await (await fetch(`${server.url}/api/v1/points?device=${station}`)).json();
      const { points } = pointsAnswer.parse(answer);
      return Object.fromEntries(points.map(({ property, value }) => [property, value]));
    },
    close: () => server.close(),
  };
}

const taken = ["accepted", "late", "duplicate", "clock-suspect"] as const;

function standingIn(metrics: string): Standing {
  const figure = (name: string): number => {
    const line = metrics.split("\n").find((each) => each.startsWith(`${name} `));
    if (line === undefined) throw new Error(`no ${name} in /metrics`);
    return Number(line.split(" ").at(-1));
  };
  const lateness = "courtyard_tick_lateness_seconds";
  const ticks = figure(`${lateness}_count`);
  return {
    readings: taken.reduce((sum, what) => sum + figure(`courtyard_readings_total{what="${what}"}`), 0),
    cpuS: figure("process_cpu_seconds_total"),
    ticks,
    lateTicks: ticks - figure(`${lateness}_bucket{le="0.05"}`),
  };
}
