import type { LimitCondition } from "../../../device/kind.ts";
import type { CompoundRule, Sign } from "./rule.ts";

const is = (value: number): LimitCondition => ({ when: "is", value });
const value = (kind: string, property: string, condition: LimitCondition): Sign => ({
  ...{ kind, property, condition },
});
const oneOf = (kind: string, property: string, ...values: readonly number[]): readonly Sign[] =>
  values.map((each) => value(kind, property, is(each)));

/** Two signs of fire on one storey are a fire. A camera has a point `flame` where its maker gave it one. */
const confirmedFire: CompoundRule = {
  id: "confirmed-fire",
  at: "storey",
  parts: [
    {
      devices: 2,
      signs: [
        { limit: "smoke_detector.fire" },
        { limit: "home_smoke.smoke" },
        { limit: "heat_detector.hot" },
        { limit: "heat_detector.rising" },
        { limit: "manual_call_point.pressed" },
        { property: "flame", condition: is(1) },
      ],
    },
  ],
};

/** Somebody stands in a lift that does not move with its door shut; unless the lift says so itself, or is being serviced. */
const entrapment: CompoundRule = {
  id: "entrapment",
  at: "device",
  parts: [
    { devices: 1, signs: [value("lift", "speed", is(0))] },
    { devices: 1, signs: [value("lift", "person", is(1))] },
    { devices: 1, signs: [value("lift", "door", is(0))] },
    { devices: 1, signs: oneOf("lift", "mode", 0, 2, 3, 4, 5) },
  ],
};

/** Water on the floor of a home while its meter runs. */
const leakWithFlow: CompoundRule = {
  id: "leak-with-flow",
  at: "dwelling",
  parts: [
    { devices: 1, signs: [{ limit: "leak_sensor.wet" }] },
    { devices: 1, signs: [value("water_meter", "flow", { when: "above", value: 5 })] },
  ],
};

/** Gas from 10 %LEL on, and the valve that should have shut did not. */
const gasNotShut: CompoundRule = {
  id: "gas-not-shut",
  at: "device",
  parts: [
    { devices: 1, signs: oneOf("gas_detector", "state", 1, 2) },
    { devices: 1, signs: [value("gas_detector", "valveOpen", is(1))] },
  ],
};

/** Gateways do not fall silent together of themselves: the way their messages take has. */
const intakeLost: CompoundRule = {
  id: "intake-lost",
  at: "community",
  parts: [{ devices: 5, signs: [{ limit: "gateway.silent" }] }],
};

export const compoundRules: readonly CompoundRule[] = [
  confirmedFire,
  entrapment,
  leakWithFlow,
  gasNotShut,
  intakeLost,
];
