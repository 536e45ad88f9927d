import type { Outcome, Plan } from "../report/outcome.ts";
import { bytesAlone, fanOut } from "./fan-out.ts";
import { joins } from "./join.ts";
import { slowClients } from "./slow.ts";
import type { Load } from "./trial.ts";
import { eightZones } from "./zones.ts";

const loadsOf = (points: readonly number[], shares: readonly number[], clients: readonly number[]): Load[] =>
  points.flatMap((p) => shares.flatMap((share) => clients.map((c) => ({ points: p, share, clients: c }))));

const full = {
  fanOut: { loads: loadsOf([5000, 50_000], [0.01, 0.1], [50, 500]), ticks: 60, rounds: 3 },
  join: { points: 50_000, clients: 100, rounds: 3 },
  zones: { load: { points: 5000, share: 0.1, clients: 300 }, ticks: 60, rounds: 3 },
  slow: { points: 50_000, ticks: 100 },
};
const quick = {
  fanOut: { loads: loadsOf([1000], [0.1], [5]), ticks: 6, rounds: 1 },
  join: { points: 1000, clients: 5, rounds: 1 },
  zones: { load: { points: 1000, share: 0.1, clients: 5 }, ticks: 6, rounds: 1 },
  slow: { points: 1000, ticks: 25 },
};

/** The live stream over real sockets, beside what else could bring the same changes to the same clients. */
export async function benchStream(plan: Plan): Promise<Outcome> {
  const sizes = plan.quick ? quick : full;
  const { join, zones, slow } = sizes;
  const spread = await fanOut(plan, sizes.fanOut);
  const comparisons = [
    ...bytesAlone(spread, sizes.fanOut.loads),
    ...spread,
    ...(await joins(plan, join.points, join.clients, join.rounds)),
    await eightZones(plan, zones.load, zones.ticks, zones.rounds),
    ...(await slowClients(plan, slow.points, slow.ticks)),
  ];
  return { comparisons, notes };
}

const notes = [
  "Server and clients are processes of their own on loopback. Every client takes in every message, and in the end each was compared point by point with the server's twin; a difference ends the benchmark.",
  "Server CPU is that of the whole process per client and tick, less that of letting the twin change; acknowledgements, timers and garbage collection are in it. Client CPU is receiving, parsing and taking in.",
  "A change is a walk of one to three steps of a point's resolution; other walks give other bytes.",
  "raw ws hands the very same frame to each WebSocket and has no sessions, windows or acknowledgements: its clients tell nothing, ours every fifth tick.",
  "The JSON and msgpack clients put values into one array by number, which costs less than the usual map of objects; Colyseus gets whole numbers in one map, its leanest state.",
  "Clients that cannot keep up are given time: ticks come 100 ms apart, or as far as the slowest needs.",
  "uWebSockets.js is not on the registry in an official form and is left out.",
];
