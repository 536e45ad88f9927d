import { Agent, request } from "node:http";
import { connectAsync } from "mqtt";
import type { Receiver } from "./receiver.ts";
import { bodiesOf, type Message, messagesOf } from "./stations.ts";

/** Sends round after round until the time is up. @returns how many messages and readings that were, and the last round. */
export type Sender = (receiver: Receiver, stations: number, forMs: number) => Promise<Sent>;

export interface Sent {
  readonly messages: number;
  readonly readings: number;
  readonly lastRound: number;
}

async function rounds(
  forMs: number,
  messagesIn: (round: number) => Message[],
  send: (messages: readonly Message[]) => Promise<void>,
): Promise<Sent> {
  const untilMs = performance.now() + forMs;
  let [messages, readings, round] = [0, 0, 0];
  do {
    const some = messagesIn(++round);
    // oxlint-disable-next-line no-await-in-loop
    await send(some);
    messages += some.length;
    readings += some.reduce((sum, each) => sum + each.readings, 0);
  } while (performance.now() < untilMs);
  return { messages, readings, lastRound: round };
}

const connections = 8;

/** QoS 0 over some connections, each as fast as its socket takes it; a station always speaks over the same one. */
export const overMqtt =
  (batched: boolean): Sender =>
  async ({ mqttUrl, mqttPassword }, stations, forMs) => {
    const signIn = mqttPassword === null ? {} : { username: "bench", password: mqttPassword };
    const clients = await Promise.all(
      Array.from({ length: connections }, () => connectAsync(mqttUrl, signIn)),
    );
    const clientOf = (message: number) => {
      const client = clients[Math.floor(message / perStation) % connections];
      if (client === undefined) throw new Error("no connection");
      return client;
    };
    const perStation = messagesOf(1, 0, batched).length;
    const sent = await rounds(
      forMs,
      (round) => messagesOf(stations, round, batched),
      async (messages) => {
        await Promise.all(
          messages.map(({ topic, payload }, at) => clientOf(at).publishAsync(topic, payload)),
        );
      },
    );
    // What is acknowledged was taken, and all before it: nobody hangs up on what is still under way.
    const [last] = messagesOf(1, sent.lastRound, batched).slice(-1);
    if (last !== undefined) {
      await Promise.all(clients.map((client) => client.publishAsync(last.topic, last.payload, { qos: 1 })));
    }
    await Promise.all(clients.map((client) => client.endAsync()));
    const more = connections * (last?.readings ?? 0);
    return { ...sent, messages: sent.messages + connections, readings: sent.readings + more };
  };

const requestsAtOnce = 8;

/** POST after POST over some connections that are kept; a round is over when all of it was answered. */
export const overHttp =
  (batched: boolean): Sender =>
  async ({ httpUrl, httpToken }, stations, forMs) => {
    const agent = new Agent({ keepAlive: true, maxSockets: requestsAtOnce });
    const headers = {
      "content-type": "application/json",
      ...(httpToken === null ? {} : { authorization: `Bearer ${httpToken}` }),
    };
    const post = ({ topic, payload }: Message): Promise<void> =>
      new Promise((done, failed) => {
        const posting = request(`${httpUrl}${topic}`, { method: "POST", agent, headers }, (response) => {
          response.resume().on("end", () => {
            if (response.statusCode === 200) done();
            else failed(new Error(`POST ${topic} was answered ${response.statusCode}`));
          });
        });
        posting.on("error", failed).end(payload);
      });
    const sent = await rounds(
      forMs,
      (round) => bodiesOf(stations, round, batched),
      async (bodies) => {
        const left = [...bodies];
        const worker = async (): Promise<void> => {
          for (let next = left.pop(); next !== undefined; next = left.pop()) {
            // oxlint-disable-next-line no-await-in-loop
            await post(next);
          }
        };
        await Promise.all(Array.from({ length: requestsAtOnce }, worker));
      },
    );
    agent.destroy();
    return sent;
  };
