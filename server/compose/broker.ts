import type { Community } from "../../models/community/community.ts";
import type { Doorkeeper } from "../access/doorkeeper.ts";
import { EmbeddedBroker } from "../ingest/mqtt/embedded-broker.ts";
import { ExternalBroker } from "../ingest/mqtt/external-broker.ts";
import type { Topic } from "../ingest/topics.ts";
import { inUrl, isEvery } from "../open/allowed-origins.ts";
import type { Problems } from "../open/problems.ts";
import type { Settings } from "../settings.ts";
import type { Doors } from "./doors.ts";
import { codeOf, reasonOf, StartRefused } from "./start-refused.ts";
import type { TwinRooms } from "./twin-rooms.ts";
import { ownAddresses } from "./web.ts";

/** The MQTT door of this run. */
export interface BrokerDoor {
  /** Address devices connect to; null when there is none. */
  readonly url: string | null;
  /** The same, for programs on this machine. */
  readonly localUrl: string | null;
  /** Hands a command on. @throws when there is no broker, or it is away. */
  command(topic: Topic, payload: string): Promise<void>;
  /** Connections of devices; null where the broker is not ours. */
  clients(): number | null;
  close(): Promise<void>;
}

/** A server that listens on every address is reached on this machine by the loopback one. */
const local = (host: string): string => (isEvery(host) ? "127.0.0.1" : host);
const reachable = (host: string): string => (isEvery(host) ? (ownAddresses()[0] ?? local(host)) : host);

const usualPort = 1883;
const portsTried = 20;

export interface BrokerNeeds {
  readonly community: Community;
  readonly rooms: TwinRooms;
  readonly access: Doorkeeper;
  readonly problems: Problems;
  readonly doors: Doors;
  /** Whether our own simulator plays the devices. */
  readonly simulated: boolean;
  /** Tells this server from another at the same broker. */
  readonly installation: string;
}

const noBroker: BrokerDoor = {
  url: null,
  localUrl: null,
  clients: () => null,
  command: () => Promise.reject(new Error("there is no broker")),
  close: () => Promise.resolve(),
};

/** The embedded broker, somebody else's, or none. @throws StartRefused when the port asked for is taken. */
export async function openBroker(settings: Settings, needs: BrokerNeeds): Promise<BrokerDoor> {
  const { community, rooms, access, problems, doors, simulated, installation } = needs;
  const { desk, registry, counters } = rooms;
  const timers = { every: doors.every, soon: doors.soon };
  const own = {
    community: community.id,
    desk,
    foreign: rooms.foreign.desk,
    registry,
    counters,
    problems,
    timers,
    monotonicMs: doors.monotonicMs,
    settled: rooms.settled,
  };
  if (settings.broker !== null) {
    const clientId = `courtyard-${installation}`;
    const broker = new ExternalBroker({
      ...own,
      url: settings.broker,
      clientId,
      trustDescriptions: settings["trust-broker"] ?? simulated,
    });
    broker.open();
    const url = settings.broker;
    return {
      url,
      localUrl: url,
      clients: () => null,
      command: (topic, payload) => broker.command(topic, payload),
      close: () => broker.close(),
    };
  }
  const asked = settings["mqtt-port"];
  if (asked === 0) return noBroker;
  // Nobody asked for a port: the usual one, or the next that is free.
  const ports = asked === null ? Array.from({ length: portsTried }, (_, next) => usualPort + next) : [asked];
  const broker = new EmbeddedBroker({
    ...own,
    host: settings.host,
    ports,
    access,
  });
  try {
    const port = await broker.listen();
    const url = (host: string): string => `mqtt://${inUrl(host)}:${port}`;
    return {
      url: url(reachable(settings.host)),
      localUrl: url(local(settings.host)),
      command: (topic, payload) => broker.command(topic, payload),
      clients: () => broker.clients,
      close: () => broker.close(),
    };
  } catch (error) {
    const range = `${settings.host}:${ports[0]}${ports.length > 1 ? ` to ${ports.at(-1)}` : ""}`;
    const what = codeOf(error) === "" ? "" : `: ${reasonOf(error)}`;
    throw new StartRefused(
      `MQTT cannot listen on ${range}${what}; choose another with --mqtt-port, or 0 for none.`,
    );
  }
}
