/**
 * Who may import whom. A name stands for a room and everything in it; `!` takes a room out again.
 * A room may always import itself. The first row that names a room is its row.
 */
export interface Row {
  readonly rooms: readonly string[];
  readonly values: readonly string[];
  /** Rooms of which only types may be imported; their values come through the constructor. */
  readonly types?: readonly string[];
}

const bottom = ["models/ids", "models/quantity", "models/language", "models/signal"];

/** All of models but the generated community, which only the simulating processes may know. */
const models = ["models", "!models/demo"];

export const importTable: readonly Row[] = [
  { rooms: bottom, values: bottom },
  { rooms: ["models/stream"], values: ["models", "!models/demo", "!models/communities"] },
  { rooms: ["models/demo"], values: ["models", "!models/stream", "!models/communities"] },
  { rooms: ["models/communities"], values: ["models", "!models/stream"] },
  { rooms: ["models"], values: ["models", "!models/stream", "!models/demo", "!models/communities"] },

  { rooms: ["server/main", "server/compose", "server/commands"], values: ["server", "models"] },
  { rooms: ["server/simulator", "server/replay"], values: ["models", "server/settings"], types: ["server"] },
  { rooms: ["server"], values: models, types: ["server"] },

  { rooms: ["client/main"], values: ["client", "models"] },
  { rooms: ["client/alarms", "client/commands"], values: ["models", "client/link"], types: ["client/clock"] },
  {
    rooms: ["client/scene", "client/overlays"],
    values: ["models", "client/replica", "client/look"],
    types: ["client/clock"],
  },
  {
    // The plan is held, limited, measured and labelled as the scene is, by parts of it that know no graphics.
    rooms: ["client/plan"],
    values: [
      "models",
      "client/replica",
      "client/look",
      "client/scene/camera",
      "client/scene/layers/devices/device-size",
      "client/scene/layers/labels/label-anchors",
    ],
    types: ["client/clock", "client/scene"],
  },
  {
    rooms: ["client/components"],
    values: [
      "models",
      "client/alarms",
      "client/commands",
      "client/language",
      "client/look",
      "client/overlays",
      "client/replica",
      "client/view",
    ],
    types: ["client/clock", "client/plan", "client/scene"],
  },
  {
    rooms: ["client/desks/*"],
    values: ["models", "client", "!client/link", "!client/desks", "!client/main"],
  },
  { rooms: ["client/desks"], values: ["models", "client", "!client/link", "!client/main"] },
  {
    rooms: ["client/clock", "client/language", "client/link", "client/look", "client/replica", "client/view"],
    values: ["models"],
    types: ["client/clock"],
  },
];

/** Which rooms may use which package. A package without a row may be used nowhere. */
export const packageTable: readonly { packages: readonly string[]; rooms: readonly string[] }[] = [
  { packages: ["earcut", "proj4", "suncalc", "zod"], rooms: ["models", "server", "client"] },
  { packages: ["d3"], rooms: ["client/overlays", "models/indicator"] },
  { packages: ["node:*", "tsx", "prom-client"], rooms: ["server"] },
  { packages: ["fastify", "fastify-plugin", "@fastify/*"], rooms: ["server"] },
  { packages: ["kysely", "@photostructure/sqlite"], rooms: ["server/store", "server/**-store"] },
  { packages: ["socket.io"], rooms: ["server/stream", "server/cluster"] },
  { packages: ["aedes", "mqtt"], rooms: ["server/ingest/mqtt", "server/simulator", "server/replay"] },
  { packages: ["socket.io-client"], rooms: ["client/link"] },
  { packages: ["socket.io-parser"], rooms: ["server/stream", "client/link"] },
  { packages: ["three", "@react-three/fiber"], rooms: ["client/scene"] },
  {
    packages: [
      "react",
      "react-dom",
      "react-i18next",
      "i18next",
      "get-nonce",
      "@mantine/*",
      "@tanstack/react-virtual",
    ],
    rooms: ["client", "!client/replica"],
  },
];
