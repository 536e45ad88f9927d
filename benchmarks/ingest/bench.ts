import { setTimeout as pause } from "node:timers/promises";
import type { Comparison, Goal } from "../report/comparison.ts";
import type { Outcome, Plan } from "../report/outcome.ts";
import { naive } from "./naive.ts";
import { courtyard } from "./ours.ts";
import type { Receiver } from "./receiver.ts";
import { overHttp, overMqtt, type Sender } from "./senders.ts";
import { properties, stationName, valueOf } from "./stations.ts";

const ways: readonly { name: string; send: Sender; goal: Goal | null }[] = [
  { name: "MQTT, one reading a message", send: overMqtt(false), goal: null },
  { name: "MQTT, ten readings a message", send: overMqtt(true), goal: null },
  { name: "HTTP, one reading a request", send: overHttp(false), goal: null },
  { name: "HTTP, a hundred readings a request", send: overHttp(true), goal: null },
];

interface Figures {
  readonly messagesPerS: number;
  readonly readingsPerS: number;
  readonly cpuUs: number;
  /** Share of the ticks that began more than 50 ms late, %. */
  readonly late: number;
}

const givesUpMs = 120_000;

/** Sends one way and waits until all is taken. @throws when what the receiver holds is not what was said last. */
async function take(receiver: Receiver, send: Sender, stations: number, forMs: number): Promise<Figures> {
  const before = await receiver.standing();
  const fromMs = performance.now();
  const sent = await send(receiver, stations, forMs);
  let after = await receiver.standing();
  while (after.readings - before.readings < sent.readings && performance.now() - fromMs < givesUpMs) {
    // oxlint-disable-next-line no-await-in-loop
    await pause(50);
    // oxlint-disable-next-line no-await-in-loop
    after = await receiver.standing();
  }
  const tookS = (performance.now() - fromMs) / 1000;
  if (after.readings - before.readings < sent.readings) {
    throw new Error(`of ${sent.readings} readings ${after.readings - before.readings} were taken`);
  }
  await expectLast(receiver, stations, sent.lastRound);
  return {
    messagesPerS: sent.messages / tookS,
    readingsPerS: sent.readings / tookS,
    cpuUs: ((after.cpuS - before.cpuS) / sent.readings) * 1e6,
    late: ((after.lateTicks - before.lateTicks) / Math.max(1, after.ticks - before.ticks)) * 100,
  };
}

/** What waits for a tick may take some to be seen. */
async function expectLast(receiver: Receiver, stations: number, round: number): Promise<void> {
  const untilMs = performance.now() + 10_000;
  for (let station = 0; station < stations; ) {
    // oxlint-disable-next-line no-await-in-loop
    const held = await receiver.holds(stationName(station));
    const wrong = properties.find((property, at) => held[property] !== valueOf(station, at, round));
    if (wrong === undefined) station++;
    else if (performance.now() > untilMs) {
      const said = valueOf(station, properties.indexOf(wrong), round);
      throw new Error(`${stationName(station)} said ${wrong} ${said}, held is ${String(held[wrong])}`);
    }
  }
}

/** What devices send, into the real server and into what one would write first. */
export async function benchIngest(plan: Plan): Promise<Outcome> {
  const stations = plan.quick ? 20 : 500;
  const forMs = plan.quick ? 500 : 8000;
  const receivers = { ours: await courtyard(stations), naive: await naive() };
  const comparisons: Comparison[] = [];
  const isRate = true;
  try {
    for (const { name, send, goal } of ways) {
      // oxlint-disable-next-line no-await-in-loop
      const ours = await take(receivers.ours, send, stations, forMs);
      // oxlint-disable-next-line no-await-in-loop
      const theirs = await take(receivers.naive, send, stations, forMs);
      plan.say(`${name}: ours ${ours.readingsPerS.toFixed(0)}/s, naive ${theirs.readingsPerS.toFixed(0)}/s`);
      const row = (what: string, unit: string, of: (figures: Figures) => number, asked: Goal | null) => ({
        what: `${what}, ${name}`,
        unit,
        ours: of(ours),
        peer: "naive aedes and Fastify",
        theirs: of(theirs),
        goal: asked,
      });
      comparisons.push(
        { ...row("messages taken per second", "", ({ messagesPerS }) => messagesPerS, null), isRate },
        { ...row("readings taken per second", "", ({ readingsPerS }) => readingsPerS, null), isRate },
        row("CPU per reading", "µs", ({ cpuUs }) => cpuUs, goal),
        row("ticks more than 50 ms late", "%", ({ late }) => late, { of: "ours", atMost: 1 }),
      );
    }
  } finally {
    await receivers.ours.close();
    await receivers.naive.close();
  }
  return { comparisons, notes };
}

const notes = [
  "Ours is the whole server as its users start it: it checks each reading, keeps it in the database and the recorder, raises alerts, and lets messages have at most half of its one thread, so that ticks stay on time. The naive peer parses, keeps the value in an object, and writes that to a file once a second; it checks nothing.",
  "Messages are sent as fast as they are taken, by MQTT at QoS 0 over eight connections, by HTTP with eight requests at once. What a connection may send in a second is bounded by the server.",
  "After each way the last value of every point was read back and compared.",
  "CPU is that of the whole process from the first message until all were taken, the ticks in between included.",
];
