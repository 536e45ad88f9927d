import type { Source } from "../source.ts";

/** The sources the product knows by itself. */
export const knownSources: readonly Source[] = [
  {
    id: "zigbee2mqtt",
    at: ["/last_seen"],
    topics: [
      { topic: "zigbee2mqtt/bridge/{rest+}", carries: "nothing" },
      { topic: "zigbee2mqtt/{device+}/availability", carries: "state", take: "/state" },
      { topic: "zigbee2mqtt/{device+}/get", carries: "nothing" },
      { topic: "zigbee2mqtt/{device+}/get/{part}", carries: "nothing" },
      { topic: "zigbee2mqtt/{device+}/set", carries: "nothing" },
      { topic: "zigbee2mqtt/{device+}/set/{part}", carries: "nothing" },
      { topic: "zigbee2mqtt/{device+}", carries: "values" },
    ],
  },
  {
    // First generation: one topic for each value, and the whole status now and then.
    id: "shelly-gen1",
    at: ["/unixtime"],
    topics: [
      { topic: "shellies/announce", carries: "nothing" },
      { topic: "shellies/command", carries: "nothing" },
      { topic: "shellies/{device}/announce", carries: "nothing" },
      { topic: "shellies/{device}/command", carries: "nothing" },
      { topic: "shellies/{device}/{part+}/command", carries: "nothing" },
      { topic: "shellies/{device}/{part+}/set", carries: "nothing" },
      { topic: "shellies/{device}/online", carries: "state" },
      { topic: "shellies/{device}/info", carries: "values" },
      { topic: "shellies/{device}/status", carries: "values" },
      // What a bridge from CoIoT puts together from description and values.
      { topic: "shellies/{device}/coiot", carries: "values" },
      { topic: "shellies/{device}/{part+}", carries: "values", under: "{part+}" },
    ],
  },
  {
    id: "tasmota",
    topics: [
      { topic: "{device+}/tele/SENSOR", carries: "values" },
      { topic: "{device+}/tele/LWT", carries: "state" },
      { topic: "tele/{device+}/SENSOR", carries: "values" },
      { topic: "tele/{device+}/LWT", carries: "state" },
    ],
  },
  {
    // Rows of a table whose columns nobody knows yet.
    id: "table",
    at: ["/at"],
    topics: [
      { topic: "table/{device}", carries: "values" },
      { topic: "table/{device}/online", carries: "state" },
    ],
  },
  {
    // Second generation and later: components of a device, whole or in part.
    id: "shelly-rpc",
    at: ["/ts"],
    topics: [
      { topic: "{device+}/events/rpc", carries: "values", take: "/params" },
      { topic: "{device+}/status/{part}", carries: "values", under: "{part}" },
      { topic: "{device+}/online", carries: "state" },
      { topic: "{device+}/rpc", carries: "nothing" },
      { topic: "{device+}/command", carries: "nothing" },
      { topic: "{device+}/command/{part}", carries: "nothing" },
    ],
  },
];
