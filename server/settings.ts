import { join } from "node:path";
import type { GeographicPlace } from "../models/community/community.ts";
import { latitudeLongitude } from "./settings/place.ts";
import {
  notBuilt,
  numberBetween,
  oneOf,
  someText,
  switchedOn,
  urlOf,
  wholeNumber,
  type Setting,
} from "./settings/setting.ts";
import { startTime, type StartTime } from "./settings/start-time.ts";

const setting = <Value>(
  takes: string | null,
  value: Value,
  meaning: string,
  read: (text: string) => Value,
  shownDefault = String(value),
): Setting<Value> => ({ takes, value, meaning, read, shownDefault });

const port = wholeNumber(0, 65_535);
const off = (meaning: string): Setting<boolean> => setting(null, false, meaning, switchedOn, "off");
const none = "none";
const daysKept = numberBetween(0, 3_650);

/** Every setting of the server: name, default, meaning, check. */
export const settingsTable = {
  port: setting("N", 4870, "web and Socket.IO; 0 = any free one, printed", port),
  host: setting("ADDRESS", "127.0.0.1", "address to listen on", someText),
  data: setting("DIR", "./data", "everything that must last; one process at a time", someText),
  community: setting(
    "NAME|FILE",
    "demo",
    "a bundled community, a CityJSON or CityJSONSeq file, or GeoJSON footprints",
    someText,
  ),
  "mqtt-port": setting<number | null>(
    "N",
    null,
    "embedded broker, on the same address; 0 = none",
    port,
    "1883, or the next free one",
  ),
  broker: setting<string | null>(
    "URL",
    null,
    "use this MQTT broker instead of the embedded one",
    urlOf("mqtt", "mqtts", "ws", "wss"),
    none,
  ),
  "trust-broker": setting<boolean | null>(
    null,
    null,
    "believe what --broker says of devices: its own rules decide who may publish $describe and $state",
    switchedOn,
    "on with the demo devices, else off",
  ),
  simulator: setting<"on" | "off" | null>(
    "on|off",
    null,
    "the demo devices",
    oneOf("on", "off"),
    "on for demo, else off",
  ),
  scale: setting("X", 1, "share of the demo's dwelling devices", numberBetween(0, 1)),
  rates: setting<"demo" | "real">(
    "demo|real",
    "demo",
    "how often things go wrong in the demo",
    oneOf("demo", "real"),
  ),
  "start-at": setting<StartTime>(
    "TIME",
    { kind: "now" },
    "community time at the start, in the community's zone unless it says its offset",
    startTime,
    "now",
  ),
  rate: setting("N", 1, "speed of community time", numberBetween(1, 60)),
  "largest-model": setting("MB", 128, "largest community file that is read", wholeNumber(1, 500)),
  at: setting<GeographicPlace | null>(
    "LAT,LON",
    null,
    "place of a community whose file does not say",
    latitudeLongitude,
    "from the file",
  ),
  "public-url": setting<string | null>(
    "URL",
    null,
    "the address people use: allowed Origin, base of links",
    urlOf("https", "http"),
    none,
  ),
  "trust-proxy": off("believe X-Forwarded-For and -Proto of the proxy in front"),
  "tls-cert": setting<string | null>("FILE", null, "certificate chain (PEM)", someText, none),
  "tls-key": setting<string | null>("FILE", null, "its private key (PEM)", someText, none),
  insecure: off("allow other addresses than loopback without TLS or proxy"),
  seed: setting("N", 1, "seed of the simulator and of the demo community", wholeNumber(0, 4_294_967_295)),
  "links-file": setting<string | null>(
    "FILE",
    null,
    "write the one-time sign-in links there as JSON, for the owner only",
    someText,
    none,
  ),
  open: off("open the operator desk in a browser"),
  "sockets-per-person": setting(
    "N",
    20,
    "connections one signed-in person may hold",
    wholeNumber(1, 100_000),
  ),
  "sockets-per-address": setting("N", 1000, "connections one address may hold", wholeNumber(1, 1_000_000)),
  "sockets-per-second": setting("N", 200, "new connections admitted per second", wholeNumber(1, 100_000)),
  "requests-per-minute": setting(
    "N",
    6000,
    "HTTP requests one address may make in a minute",
    wholeNumber(10, 10_000_000),
  ),
  "longest-shelf": setting("HOURS", 8, "the longest an alarm can be shelved for", wholeNumber(1, 720)),
  "keep-public": setting("DAYS", 30, "history of what everybody may see; 0 = none", daysKept),
  "keep-staff": setting("DAYS", 30, "history of what staff may see; 0 = none", daysKept),
  "keep-personal": setting(
    "DAYS",
    30,
    "history of what is a home's own, told to that home; 0 = none",
    daysKept,
  ),
  database: setting<null>(
    "URL",
    null,
    "PostgreSQL instead of the embedded database (not built yet)",
    notBuilt("leave it out: the embedded database in --data is used"),
    "embedded, in --data",
  ),
  redis: setting<null>(
    "URL",
    null,
    "several servers share the work (not built yet)",
    notBuilt("leave it out and run one server"),
    none,
  ),
};

type Table = typeof settingsTable;
export type SettingName = keyof Table;
export type Settings = { readonly [Name in SettingName]: Table[Name]["value"] };

/** Where in the data folder the commands beside a running server reach it. */
export const controlSocketIn = (dataFolder: string): string => join(dataFolder, "control.sock");
export const anchorsIn = (dataFolder: string): string => join(dataFolder, "audit-anchors.jsonl");
/** What must last of a data folder, beside the database. */
export const lastingBeside: readonly string[] = ["audit-anchors.jsonl", "history", "communities"];
export const historyIn = (dataFolder: string): string => join(dataFolder, "history");
export const databaseIn = (dataFolder: string): string => join(dataFolder, "courtyard.db");
/** Where uploaded city models lie. */
export const uploadsIn = (dataFolder: string): string => join(dataFolder, "communities");
