import type { House } from "./house.ts";
import { SimulatorProcess } from "./simulator-process.ts";

/** The demo devices, with a token of this run alone. */
export function startSimulator(
  { settings, community, clock, access, doors, problems }: House,
  mqttUrl: string,
): SimulatorProcess {
  const simulator = new SimulatorProcess(
    {
      broker: mqttUrl,
      token: access.lendToken("simulator", "devices"),
      community: community.id,
      seed: settings.seed,
      scale: settings.scale,
      rates: settings.rates,
      clock,
    },
    doors,
    problems,
  );
  simulator.start();
  return simulator;
}
