import type { Community } from "../../models/community/community.ts";
import { Doorkeeper } from "../access/doorkeeper.ts";
import { PersonalReads } from "../audit/personal-reads.ts";
import { Refusals } from "../audit/refusals.ts";
import { DrillDesk } from "../drill-desk/drill-desk.ts";
import { Problems } from "../open/problems.ts";
import { RuleDesk } from "../rule-desk/rule-desk.ts";
import type { Settings } from "../settings.ts";
import { startTimeMs } from "../settings/start-time.ts";
import { announce } from "./announce.ts";
import { openBroker, type BrokerDoor } from "./broker.ts";
import { CommunityClock } from "./community-clock.ts";
import { openDataFolder } from "./data-folder.ts";
import type { Doors } from "./doors.ts";
import { isDemo } from "./load-community.ts";
import type { House } from "./house.ts";
import { openAlarms } from "./open-alarms.ts";
import { openAudit } from "./open-audit.ts";
import { openCommunityDesk } from "./open-community-desk.ts";
import { openHistory } from "./open-history.ts";
import { openCommands } from "./open-commands.ts";
import { openControl } from "./open-control.ts";
import { openWeb } from "./open-web.ts";
import { recall } from "./recall.ts";
import { residentHome } from "./resident-home.ts";
import type { SimulatorProcess } from "./simulator-process.ts";
import { standingCommunity } from "./standing-community.ts";
import { StartRefused } from "./start-refused.ts";
import { startSimulator } from "./start-simulator.ts";
import { alone, type Tenure } from "./tenure.ts";
import { keepAll, keepTicking } from "./ticking.ts";
import { buildTwinRooms, type TwinRooms } from "./twin-rooms.ts";
import { Undoing } from "./undoing.ts";
import { beginUpkeep } from "./upkeep.ts";
import { FrontDoor } from "./web.ts";

/** A server that runs. */
export interface Courtyard {
  readonly url: string;
  readonly mqttUrl: string | null;
  readonly port: number;
  readonly community: Community;
  readonly clock: CommunityClock;
  /** For whoever runs it in their own process and has devices of their own. */
  readonly rooms: TwinRooms;
  /** Ends it: people are told, what waits is kept. */
  close(): Promise<void>;
}

/** Starts everything the settings ask for. @throws StartRefused with the sentence to print; nothing is left behind. */
export async function startCourtyard(
  settings: Settings,
  version: string,
  doors: Doors,
  tenure: Tenure = alone,
): Promise<Courtyard> {
  const undoing = new Undoing();
  const close = (): Promise<void> => undoing.run(doors.log);
  try {
    return { ...(await start(settings, version, doors, undoing, tenure)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function start(settings: Settings, version: string, doors: Doors, undoing: Undoing, tenure: Tenure) {
  const problems = new Problems(doors.log, doors.wallNowMs);
  const store = await openDataFolder(settings.data, doors.wallNowMs, problems);
  undoing.add(() => store.close());
  const { community, shelf, upload } = await standingCommunity(settings, store, doors, problems, tenure);
  if (settings.simulator === "on" && !isDemo(settings.community))
    throw new StartRefused("--simulator on plays the devices of --community demo; leave one of the two out.");
  const hasBroker = settings.broker !== null || settings["mqtt-port"] !== 0;
  const demo = upload === null && isDemo(settings.community);
  const simulated = demo && settings.simulator !== "off";
  if (simulated && !hasBroker)
    throw new StartRefused(
      "The demo devices need a broker; leave --mqtt-port 0 out, or say --simulator off.",
    );
  const startMs = startTimeMs(settings["start-at"], community.timeZone, doors.wallNowMs());
  const clock = tenure.heir?.clock ?? new CommunityClock(startMs, settings.rate, doors.wallNowMs);
  const audit = openAudit(settings, store, { ...doors, communityNowMs: clock.nowMs, problems });
  await audit.begin();
  undoing.add(() => audit.close());
  const refusals = new Refusals(audit, doors.monotonicMs);
  undoing.add(() => refusals.close());
  const rooms = buildTwinRooms(community, store, clock, doors, audit);
  const rules = new RuleDesk({
    db: store.db,
    community: community.id,
    audit,
    nowMs: clock.nowMs,
    apply: rooms.override,
  });
  await rules.load();
  await recall(rooms, community, store, problems, clock.nowMs());
  const alarms = await openAlarms({ settings, store, community, rooms, audit, refusals, clock });
  const history = await openHistory({ settings, community, rooms, store, problems, doors }, undoing);
  const front = new FrontDoor(settings);
  const cookie = { installation: store.installation, alwaysSecure: front.isAlwaysSecure };
  const access = new Doorkeeper(
    store.db,
    audit,
    { nowMs: doors.wallNowMs, random: doors.random },
    { cookie, linkBase: () => front.base, residentHome: residentHome(community) },
  );
  await access.load();
  undoing.add(() => keepAll(rooms, alarms.desk));
  let door: BrokerDoor | null = null;
  const commands = await openCommands({ store, community, rooms, audit, refusals, clock, doors }, () => door);
  let simulator: SimulatorProcess | null = null;
  const drills = new DrillDesk({
    audit,
    nowMs: clock.nowMs,
    simulated,
    play: (drill) => simulator?.play(drill),
  });
  const house: House = {
    settings,
    version,
    doors,
    problems,
    community,
    clock,
    store,
    rooms,
    history,
    front,
    audit,
    reads: new PersonalReads(audit, doors.monotonicMs),
    refusals,
    access,
    communityDesk: openCommunityDesk(settings, { store, shelf, audit, doors, tenure }),
    commands,
    alarms,
    drills,
    rules,
    simulated,
  };
  const { stream, beat, port } = await openWeb(house, undoing, () => door?.clients() ?? null);
  front.listensOn(port);
  const broker = await openBroker(settings, { ...house, installation: store.installation });
  door = broker;
  undoing.add(() => broker.close());
  undoing.add(beginUpkeep(house));
  undoing.add(keepTicking(house, stream, beat));
  if (simulated && broker.localUrl !== null) {
    const devices = startSimulator(house, broker.localUrl);
    simulator = devices;
    undoing.add(() => devices.close());
    undoing.add(() => drills.close());
  }
  const control = await openControl(house, broker.localUrl);
  undoing.add(() => control.close());
  if (tenure.heir === null) await announce(house, broker.url);
  const fields = { version, run: store.run, community: community.id, points: rooms.twin.pointCount };
  doors.log("ready", { level: "info", room: "server", event: "ready", fields });
  undoing.add(() => doors.log("ending", { level: "info", room: "server", event: "ending" }));
  return { url: front.base, mqttUrl: broker.url, port, community, clock, rooms };
}
