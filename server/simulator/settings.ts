import { z } from "zod";

const settingsSchema = z.object({
  COURTYARD_SIM_BROKER: z.url({ protocol: /^(mqtts?|wss?)$/ }),
  COURTYARD_SIM_TOKEN: z.string().min(1),
  COURTYARD_SIM_COMMUNITY: z.string().min(1),
  COURTYARD_SIM_SEED: z.coerce.number().int().default(1),
  COURTYARD_SIM_SCALE: z.coerce.number().min(0).max(1).default(1),
  COURTYARD_SIM_RATES: z.enum(["demo", "real"]).default("demo"),
  COURTYARD_SIM_CLOCK_START_MS: z.coerce.number(),
  COURTYARD_SIM_CLOCK_WALL_MS: z.coerce.number(),
  COURTYARD_SIM_CLOCK_RATE: z.coerce.number().min(1).max(1440).default(1),
});

export interface SimulatorSettings {
  readonly broker: string;
  readonly token: string;
  /** The community's word in topics. */
  readonly community: string;
  readonly seed: number;
  readonly scale: number;
  readonly rates: "demo" | "real";
  /** Community time at a moment of wall time, and how fast it runs from there. */
  readonly clock: { readonly startMs: number; readonly wallMs: number; readonly rate: number };
}

/** @throws Error naming each variable that is missing or wrong. */
export function readSimulatorSettings(
  environment: Readonly<Record<string, string | undefined>>,
): SimulatorSettings {
  const parsed = settingsSchema.safeParse(environment);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    throw new Error(`the simulator is started by the server, with settings of its own; ${wrong.join("; ")}`);
  }
  const own = parsed.data;
  return {
    broker: own.COURTYARD_SIM_BROKER,
    token: own.COURTYARD_SIM_TOKEN,
    community: own.COURTYARD_SIM_COMMUNITY,
    seed: own.COURTYARD_SIM_SEED,
    scale: own.COURTYARD_SIM_SCALE,
    rates: own.COURTYARD_SIM_RATES,
    clock: {
      startMs: own.COURTYARD_SIM_CLOCK_START_MS,
      wallMs: own.COURTYARD_SIM_CLOCK_WALL_MS,
      rate: own.COURTYARD_SIM_CLOCK_RATE,
    },
  };
}
