import { describe, expect, it } from "vitest";
import { readSimulatorSettings } from "../../../server/simulator/settings.ts";

const given = {
  COURTYARD_SIM_BROKER: "mqtt://127.0.0.1:1883",
  COURTYARD_SIM_TOKEN: "a-token",
  COURTYARD_SIM_COMMUNITY: "demo",
  COURTYARD_SIM_SEED: "7",
  COURTYARD_SIM_SCALE: "0.5",
  COURTYARD_SIM_RATES: "real",
  COURTYARD_SIM_CLOCK_START_MS: "1795000000000",
  COURTYARD_SIM_CLOCK_WALL_MS: "1795000000500",
  COURTYARD_SIM_CLOCK_RATE: "60",
  HOME: "/somewhere",
};

describe("the simulator's settings", () => {
  it("are read from its environment", () => {
    expect(readSimulatorSettings(given)).toEqual({
      broker: "mqtt://127.0.0.1:1883",
      token: "a-token",
      community: "demo",
      seed: 7,
      scale: 0.5,
      rates: "real",
      clock: { startMs: 1_795_000_000_000, wallMs: 1_795_000_000_500, rate: 60 },
    });
  });

  it("name each one that is missing or wrong", () => {
    const wrong = {
      ...given,
      COURTYARD_SIM_BROKER: "http://x",
      COURTYARD_SIM_SCALE: "3",
      COURTYARD_SIM_TOKEN: undefined,
    };
    expect(() => readSimulatorSettings(wrong)).toThrow(/SIM_BROKER.*SIM_TOKEN.*SIM_SCALE/s);
  });
});
