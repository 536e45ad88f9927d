import { kindOf } from "../../models/device/catalogue.ts";
import { Trends } from "../history/trends.ts";
import { Metrics } from "../open/metrics.ts";
import { TickWatch } from "../open/tick-watch.ts";
import { Presence } from "../presence/presence.ts";
import { toldLook } from "../presence/told-look.ts";
import { createStream, type Stream } from "../stream/stream.ts";
import type { House } from "./house.ts";
import { figuresOf } from "./read-figures.ts";
import { tickMs } from "./tick-loop.ts";
import type { Undoing } from "./undoing.ts";
import { buildWeb, listen } from "./web.ts";

/** The web server and, on it, the stream; it listens. @throws StartRefused when it may not. */
export async function openWeb(
  house: House,
  undoing: Undoing,
  brokerClients: () => number | null,
): Promise<{ stream: Stream; beat: (lateMs: number, tookMs: number) => void; port: number }> {
  const {
    settings,
    doors,
    problems,
    community,
    clock,
    store,
    rooms,
    front,
    audit,
    reads,
    refusals,
    access,
    version,
  } = house;
  const { twin, overlays, tray, batch, settled, counters } = rooms;
  const readingCounts = (): Readonly<Record<string, number>> => counters;
  const ticks = new TickWatch();
  const figures = figuresOf(house, ticks, { stream: () => stream, brokerClients });
  const metrics = new Metrics({
    figures,
    version,
    points: () => twin.pointCount,
    devices: () => twin.deviceCount,
    sessions: () => access.openSessions.length,
    problems: () => problems.list(),
    readings: readingCounts,
    stream: () => Object.fromEntries(stream.counters.all()),
  });
  const app = await buildWeb(
    settings,
    {
      access,
      audit,
      reads,
      refusals,
      alarms: {
        past: house.alarms.past,
        measures: () => house.alarms.measures.report(house.alarms.desk.open.values(), clock.nowMs()),
        isDemo: () => house.simulated,
      },
      twin,
      limits: rooms.limits,
      trends: new Trends(house.history.past),
      community,
      communityDesk: house.communityDesk,
      drills: house.drills,
      rules: house.rules,
      overlays,
      dictionaries: { dictionary: (channel, epoch) => stream.dictionary(channel, epoch) },
      readings: {
        async accept(body, contentType) {
          const answer = batch.take(body, contentType);
          // The answer promises that the readings outlive us, and what it says waits in the tray too.
          if (!("refused" in answer)) await settled("readings");
          return answer;
        },
        turnedAwayOversize: () => void (counters.oversize += 1),
      },
      messages: rooms.tap,
      tray,
      mappings: rooms.foreign.mappingDesk,
      problems,
      metrics,
      figures,
      readingCounts,
      clock,
      version,
    },
    {
      front,
      log: (line) => doors.log(line, { level: "error", room: "open", event: "fault" }),
      after: doors.after,
    },
  );
  const stream = createStream({
    twin,
    clock,
    community: community.id,
    catalogueSpec: (kind, property) => kindOf(kind)?.points.find((point) => point.property === property),
    limitOf: rooms.limitOf,
    overlays,
    run: store.run,
    tickMs,
    timers: { nowMs: doors.monotonicMs },
    isDemo: () => house.simulated,
    drill: () => house.drills.running?.drill ?? null,
    reads,
    refusals,
    presence: new Presence(
      toldLook({
        twin,
        buildings: new Set(community.buildings.map(({ id }) => id)),
        cells: new Set(community.gridCells.map(({ id }) => id)),
        open: house.alarms.desk.open,
      }),
      doors.monotonicMs,
    ),
    commands: house.commands,
    alarms: house.alarms.desk,
    httpServer: app.server,
    access,
    allowedOrigins: front,
    limits: {
      socketsPerPerson: settings["sockets-per-person"],
      socketsPerAddress: settings["sockets-per-address"],
      socketsPerSecond: settings["sockets-per-second"],
      trustProxy: settings["trust-proxy"],
    },
  });
  // The stream ends first: it tells its clients, and closes the web server it shares.
  undoing.add(() => app.close());
  undoing.add(() => stream.close());
  const beat = (lateMs: number, tookMs: number): void => {
    ticks.note(lateMs, tookMs);
    metrics.noteTick(lateMs, tookMs);
  };
  return { stream, beat, port: await listen(app, settings) };
}
