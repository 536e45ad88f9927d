import type { MappingRow } from "../mapping-file.ts";
import { of, own, row, upkeep, type ReadyPoint } from "./point.ts";

/** What says nothing of the world: radio, updates, settings of the device. */
const settings = [
  ...["/linkquality", "/last_seen", "/update/{rest+}", "/update_available", "/power_outage_count"],
  ...["/trigger_count", "/power_outage_memory", "/power_on_behavior", "/power_on_behavior_{n}"],
  ...["/led_disabled_night", "/switch_type", "/indicator_mode", "/indicator", "/calibration_time"],
  ...["/motor_reversal", "/child_lock", "/sensor", "/preset", "/preset_mode", "/keep_time", "/sensitivity"],
  ...["/fading_time", "/{size}_motion_detection_{what}", "/small_detection_{what}", "/self_test_result"],
  ...["/{bound}_temperature_limit", "/color/{part}", "/color_mode", "/color_temp", "/color_temp_startup"],
];

const zigbee = (
  id: string,
  has: readonly string[],
  kind: string,
  points: readonly ReadyPoint[],
  ignore: readonly string[] = [],
): MappingRow =>
  row(`zigbee2mqtt-${id}`, "zigbee2mqtt", { has: [...has] }, kind, points, [...settings, ...ignore]);

const battery = of("battery", "/battery", upkeep);
const batteryVoltage = of("batteryVoltage", "/voltage", { fromUnit: "mV", ...upkeep });
const ofDevice = of("deviceTemperature", "/device_temperature", upkeep);
const batteryLow = of("batteryLow", "/battery_low", upkeep);
const tamper = of("tamper", "/tamper", upkeep);
const wireless = [battery, batteryVoltage, batteryLow, ofDevice, tamper];
const onOff = { words: { ON: true, OFF: false } } as const;

const airOf = [
  of("co2", "/co2"),
  of("voc", "/voc"),
  of("pm25", "/pm25"),
  of("pm10", "/pm10"),
  of("formaldehyde", "/formaldehyd"),
  of("formaldehyde", "/formaldehyde"),
  of("temperature", "/temperature"),
  of("humidity", "/humidity"),
  of("pressure", "/pressure"),
  ...wireless,
];

const motionOf = (lux: string): readonly ReadyPoint[] => [
  of("occupancy", "/occupancy"),
  of("illuminance", lux),
  ...wireless,
];

const metered = [
  of("on", "/state", onOff),
  of("power", "/power"),
  of("energy", "/energy"),
  of("voltage", "/voltage"),
  of("current", "/current"),
  of("temperature", "/temperature", upkeep),
  ofDevice,
];

/** Devices behind Zigbee2MQTT, told by the values they show. */
export const zigbee2mqttRows: readonly MappingRow[] = [
  zigbee("carbon-monoxide", ["/carbon_monoxide"], "gas_detector", [
    own("state", "/carbon_monoxide", "报警状态", "Alarm state", {
      words: { true: "carbon-monoxide", false: "normal" },
    }),
    of("carbonMonoxide", "/co"),
    ...wireless,
  ]),
  zigbee("gas", ["/gas"], "gas_detector", [
    own("state", "/gas", "报警状态", "Alarm state", { words: { true: "gas-low", false: "normal" } }),
    ...wireless,
  ]),
  zigbee("smoke", ["/smoke"], "home_smoke", [
    of("smoke", "/smoke"),
    of("temperature", "/temperature"),
    ...wireless,
  ]),
  zigbee("leak", ["/water_leak"], "leak_sensor", [of("wet", "/water_leak"), ...wireless]),
  zigbee("contact", ["/contact"], "contact_sensor", [
    of("open", "/contact", { words: { true: false, false: true } }),
    of("temperature", "/temperature"),
    ...wireless,
  ]),
  zigbee("presence", ["/presence"], "presence_sensor", [
    of("occupancy", "/presence"),
    of("illuminance", "/illuminance"),
    own("motion", "/motion_state", "移动程度", "Motion", {
      words: { none: "none", small: "small", medium: "medium", large: "large" },
    }),
    ...wireless,
  ]),
  zigbee("motion-lux", ["/occupancy", "/illuminance_lux"], "motion_sensor", motionOf("/illuminance_lux"), [
    "/illuminance",
  ]),
  zigbee("motion", ["/occupancy"], "motion_sensor", motionOf("/illuminance")),
  zigbee("thermostat", ["/local_temperature"], "thermostat", [
    of("temperature", "/local_temperature"),
    of("setpoint", "/current_heating_setpoint"),
    of("setpoint", "/occupied_heating_setpoint"),
    of("position", "/valve_position"),
    own("running", "/running_state", "运行", "Running", {
      words: { idle: "idle", heat: "heat", cool: "cool" },
    }),
    own("mode", "/system_mode", "模式", "Mode", {
      words: { off: "off", heat: "heat", cool: "cool", auto: "auto" },
    }),
    of("on", "/heat", onOff),
    battery,
  ]),
  ...["co2", "voc", "pm25"].map((first) => zigbee(`air-${first}`, [`/${first}`], "air_quality", airOf)),
  zigbee("cover", ["/position", "/linkquality"], "shutter", [
    of("position", "/position"),
    own("state", "/state", "状态", "State", { words: { OPEN: "open", CLOSE: "closed", STOP: "stopped" } }),
    own("moving", "/moving", "运动", "Moving", { words: { UP: "up", STOP: "still", DOWN: "down" } }),
    battery,
  ]),
  zigbee("light", ["/brightness", "/linkquality"], "lamp", [
    of("on", "/state", onOff),
    of("dim", "/brightness", { scale: 100 / 254 }),
  ]),
  zigbee("plug", ["/state", "/power"], "power_switch", metered, ["/consumption"]),
  zigbee("switch", ["/state", "/linkquality"], "power_switch", [of("on", "/state", onOff), ...wireless]),
  zigbee("switches", ["/state_l1"], "power_switch", [of("on{n}", "/state_l{n}", onOff), ...wireless]),
  zigbee("climate", ["/temperature"], "room_temp", [
    of("temperature", "/temperature"),
    of("humidity", "/humidity"),
    of("pressure", "/pressure"),
    ...wireless,
  ]),
  zigbee("battery", ["/battery", "/linkquality"], "battery_sensor", wireless),
];
