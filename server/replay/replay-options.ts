import { parseArgs } from "node:util";

export interface ReplayOptions {
  readonly file: string;
  /** Where its devices stand; null only for messages that a mapping gives a place, or nobody does. */
  readonly building: string | null;
  /** Home that the recording is of; null when it is the building's. */
  readonly dwelling: string | null;
  /** Mapping file for foreign messages, or `ready` for the rows the product knows; null for the server's own. */
  readonly mapping: string | null;
  /** Seconds of the recording played in one second. */
  readonly speed: number;
  readonly data: string;
  readonly broker: string | null;
  readonly token: string | null;
  /** Community id; told by the running server when not given. */
  readonly community: string | null;
}

/** A sentence for whoever started the replay; the program ends with code 2. */
export class ReplayRefused extends Error {}

export const usage = `npm run replay -- FILE [--building ID] [options]

Plays a recording as live devices of the running server, badged RECORDED.

  FILE             hourly homes (CityLearn), room logs (UCI occupancy), room climate nodes, charging
                   sessions (ACN-Data): these need --building. Messages of foreign devices (Zigbee2MQTT
                   and other lines of JSON, Shelly status and CoIoT dumps, a Tasmota console) and any
                   table with a header: these are known by a mapping, or wait in the tray
  --building ID    id of the building, as the building list shows it
  --dwelling ID    home in it that the recording belongs to: its resident sees it, and nobody else. On no
                   dwelling it counts as the building's own meter, which staff see
  --mapping FILE   mapping file for foreign messages; the word ready for the shapes the product knows
  --speed N        seconds of the recording per second, above 0 to 1000000 (default 1)
  --data DIR       data folder of the running server (default ./data)
  --broker URL     MQTT broker (default: the server's own)
  --token T        a devices token (default: asked from the running server)
  --community ID   only with --broker and --token, when the server is on another machine`;

/**
 * `COURTYARD_DATA` of the environment stands in for `--data`, as it does for the server.
 * @throws ReplayRefused for what is missing or not understood.
 */
export function readReplayOptions(
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
): ReplayOptions | "help" {
  const { values, positionals } = parsed(args);
  if (values.help === true) return "help";
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new ReplayRefused("Name one file to play; see --help.");
  if (values.building === "") throw new ReplayRefused("Name the building with --building ID; see --help.");
  if (values.dwelling !== undefined && values.building === undefined) {
    throw new ReplayRefused("--dwelling needs the building it is in: --building ID; see --help.");
  }
  const speed = Number(values.speed ?? "1");
  if (!(speed > 0 && speed <= 1e6)) {
    throw new ReplayRefused(
      `--speed takes a number above 0 up to 1000000, not ${JSON.stringify(values.speed)}.`,
    );
  }
  const broker = values.broker ?? null;
  if (broker !== null && !/^(mqtts?|wss?):\/\/./.test(broker)) {
    throw new ReplayRefused("--broker takes an address such as mqtt://127.0.0.1:1883.");
  }
  return {
    file,
    building: values.building ?? null,
    dwelling: values.dwelling ?? null,
    mapping: values.mapping ?? null,
    speed,
    data: values.data ?? environment["COURTYARD_DATA"] ?? "./data",
    broker,
    token: values.token ?? null,
    community: values.community ?? null,
  };
}

function parsed(args: readonly string[]) {
  const text = { type: "string" } as const;
  try {
    return parseArgs({
      args: joined(args),
      allowPositionals: true,
      options: {
        building: text,
        dwelling: text,
        mapping: text,
        speed: text,
        data: text,
        broker: text,
        token: text,
        community: text,
        help: { type: "boolean" },
      },
    });
  } catch (error) {
    throw new ReplayRefused(
      `${error instanceof Error ? error.message.split(". ")[0] : String(error)}; see --help.`,
    );
  }
}

/** Ids of buildings may begin with a dash: `--building -17` means `--building=-17`. */
function joined(args: readonly string[]): string[] {
  const whole: string[] = [];
  for (let i = 0; i < args.length; i += 1) {
    const [word = "", next] = [args[i], args[i + 1]];
    const takesNext =
      /^--(building|dwelling|mapping|speed|data|broker|token|community)$/.test(word) && next !== undefined;
    whole.push(takesNext ? `${word}=${next}` : word);
    if (takesNext) i += 1;
  }
  return whole;
}
