import type { MappingRow } from "../mapping-file.ts";
import { of, own, row, upkeep, type ReadyPoint } from "./point.ts";

/** Network, clock, memory and firmware of a device. */
const machinery = [
  ...["/wifi_sta/{rest+}", "/cloud/{rest+}", "/mqtt/{rest+}", "/update/{rest+}", "/actions_stats/{rest+}"],
  ...[
    "/time",
    "/unixtime",
    "/serial",
    "/has_update",
    "/mac",
    "/cfg_changed_cnt",
    "/fs_{what}",
    "/ram_{what}",
  ],
  ...["/uptime", "/fw_info/{rest+}", "/ps_mode", "/dbg_flags", "/debug", "/act_reasons/{n}", "/sensor_error"],
  ...[
    "/is_valid",
    "/{part}/is_valid",
    "/{part}/{n}/is_valid",
    "/{part}/tF",
    "/{part}/units",
    "/connect_retries",
  ],
  ...["/calib{what}", "/wire_mode", "/forced_neutral", "/v_data", "/ct_calst", "/charger", "/total_power"],
  ...["/{part}/{n}/timer_{what}", "/{part}/{n}/has_timer", "/{part}/{n}/source", "/{part}/{n}/transition"],
  ...["/{part}/{n}/timestamp", "/{part}/{n}/counters/{k}", "/device/cfgChanged", "/inputs/{n}/{what}"],
];

const first = (id: string, like: string, kind: string, points: readonly ReadyPoint[]): MappingRow =>
  row(`shelly-${id}`, "shelly-gen1", { like }, kind, points, machinery);

const battery = [of("battery", "/bat/value", upkeep), of("battery", "/sensor/battery", upkeep)];
const celsius = [of("temperature", "/tmp/tC"), of("temperature", "/sensor/temperature")];
const lux = [of("illuminance", "/lux/value"), of("illuminance", "/sensor/lux")];
const onOff = { words: { on: true, off: false } } as const;
const inWattHours = { fromUnit: "Wh" } as const;
const inWattMinutes = { fromUnit: "Wmin" } as const;

/** The same quantity by topic, in the status, and in CoIoT. */
const emeter = [
  ...["/emeter/{n}/power", "/emeters/{n}/power", "/emeter_{n}/power"].map((from) => of("power{n}", from)),
  ...["/emeter/{n}/voltage", "/emeters/{n}/voltage", "/emeter_{n}/voltage"].map((from) =>
    of("voltage{n}", from),
  ),
  ...["/emeter/{n}/current", "/emeters/{n}/current", "/emeter_{n}/current"].map((from) =>
    of("current{n}", from),
  ),
  ...["/emeter/{n}/pf", "/emeters/{n}/pf", "/emeter_{n}/powerFactor"].map((from) =>
    of("powerFactor{n}", from),
  ),
  ...["/emeter/{n}/total", "/emeters/{n}/total", "/emeter_{n}/energy"].map((from) =>
    of("energy{n}", from, inWattHours),
  ),
  ...["/emeter/{n}/total_returned", "/emeters/{n}/total_returned", "/emeter_{n}/energyReturned"].map((from) =>
    of("returned{n}", from, inWattHours),
  ),
];

const relays = [
  of("on{n}", "/relay/{n}", onOff),
  of("on{n}", "/relays/{n}/ison"),
  of("on{n}", "/relay_{n}/output"),
  of("power{n}", "/relay/{n}/power"),
  of("power{n}", "/meters/{n}/power"),
  of("energy{n}", "/relay/{n}/energy", inWattMinutes),
  of("energy{n}", "/meters/{n}/total", inWattMinutes),
];

const lamps = [
  of("on{n}", "/light/{n}", onOff),
  of("on{n}", "/white/{n}", onOff),
  of("on{n}", "/lights/{n}/ison"),
  of("dim{n}", "/lights/{n}/brightness"),
  of("power{n}", "/light/{n}/power"),
  of("power{n}", "/meters/{n}/power"),
  of("energy{n}", "/meters/{n}/total", inWattMinutes),
  of("deviceTemperature", "/tmp/tC", upkeep),
];

const gasWords = { none: "normal", mild: "gas-low", heavy: "gas-high", test: "normal" };
const gas = (from: string): ReadyPoint => own("state", from, "报警状态", "Alarm state", { words: gasWords });
/** 1 %LEL of methane is 500 ppm. */
const methane = (from: string): ReadyPoint => own("methane", from, "甲烷浓度", "Methane", { scale: 1 / 500 });

const openWords = { words: { open: true, close: false } } as const;

const firstGeneration: readonly MappingRow[] = [
  first("em", "shellyem*", "energy_meter", [...emeter, ...relays]),
  first("ht", "shellyht*", "room_temp", [
    ...celsius,
    of("humidity", "/hum/value"),
    of("humidity", "/sensor/humidity"),
    ...battery,
  ]),
  first("flood", "shellyflood*", "leak_sensor", [
    of("wet", "/flood"),
    of("wet", "/sensor/flood"),
    ...celsius,
    ...battery,
  ]),
  first("smoke-gen1", "shellysmoke*", "home_smoke", [
    of("smoke", "/smoke"),
    of("smoke", "/sensor/smoke"),
    ...celsius,
    ...battery,
  ]),
  first("gas", "shellygas*", "gas_detector", [
    gas("/gas_sensor/alarm_state"),
    gas("/sensor/gas"),
    methane("/concentration/ppm"),
    methane("/sensor/concentration"),
  ]),
  first("door", "shellydw*", "contact_sensor", [
    of("open", "/sensor/state", openWords),
    ...celsius,
    ...lux,
    ...battery,
  ]),
  first("motion", "shellymotion*", "motion_sensor", [
    of("occupancy", "/sensor/motion"),
    of("occupancy", "/motion"),
    of("vibration", "/sensor/vibration"),
    of("temperature", "/tmp/value"),
    ...lux,
    ...battery,
  ]),
  first("trv", "shellytrv*", "thermostat", [
    of("temperature", "/thermostats/0/tmp/value"),
    of("setpoint", "/thermostats/0/target_t/value"),
    of("position", "/thermostats/0/pos"),
    of("open", "/thermostats/0/window_open"),
    ...battery,
  ]),
  ...["dimmer", "rgbw2", "bulb", "vintage", "duo"].map((made) =>
    first(made, `shelly${made}*`, "lamp", lamps),
  ),
  first("relay", "shelly*", "power_switch", [
    ...relays,
    of("position", "/roller/{n}/pos"),
    of("position", "/rollers/0/current_pos"),
    of("deviceTemperature", "/tmp/tC", upkeep),
    of("deviceTemperature", "/temperature", upkeep),
  ]),
];

const components = [
  ...["/ble/{rest+}", "/bthome/{rest+}", "/cloud/{rest+}", "/eth/{rest+}", "/knx/{rest+}", "/matter/{rest+}"],
  ...[
    "/modbus/{rest+}",
    "/mqtt/{rest+}",
    "/sys/{rest+}",
    "/wifi/{rest+}",
    "/ws/{rest+}",
    "/media/{rest+}",
    "/ts",
  ],
  ...[
    "/plugs_ui/{rest+}",
    "/input:{n}/{what+}",
    "/events/{rest+}",
    "/{part}/id",
    "/{part}/source",
    "/{part}/errors/{n}",
  ],
  ...["/{part}/aenergy/by_minute/{n}", "/{part}/aenergy/minute_ts", "/{part}/ret_aenergy/by_minute/{n}"],
  ...["/{part}/ret_aenergy/minute_ts", "/{part}/{what}/tF", "/{part}/tF", "/{part}/{p}_aprt_power"],
];

const later = (id: string, has: string, kind: string, points: readonly ReadyPoint[]): MappingRow =>
  row(`shelly-${id}`, "shelly-rpc", { has: [has] }, kind, points, components);

const power = { visibility: "staff" } as const;
const supply = [
  of("battery", "/devicepower:0/battery/percent", power),
  of("batteryVoltage", "/devicepower:0/battery/V", power),
];
const climate = [of("temperature", "/temperature:0/tC"), of("humidity", "/humidity:0/rh")];
const meteredBy = (part: string): readonly ReadyPoint[] => [
  of("power{n}", `/${part}:{n}/apower`),
  of("voltage{n}", `/${part}:{n}/voltage`),
  of("current{n}", `/${part}:{n}/current`),
  of("powerFactor{n}", `/${part}:{n}/pf`),
  of("frequency{n}", `/${part}:{n}/freq`),
  of("energy{n}", `/${part}:{n}/aenergy/total`, inWattHours),
  of("returned{n}", `/${part}:{n}/ret_aenergy/total`, inWattHours),
  of("deviceTemperature", `/${part}:0/temperature/tC`, upkeep),
];

const coverStates = ["open", "closed", "opening", "closing", "stopped", "calibrating"];

const laterGenerations: readonly MappingRow[] = [
  later("smoke", "/smoke:0/alarm", "home_smoke", [of("smoke", "/smoke:0/alarm"), ...supply]),
  later("flood-rpc", "/flood:0/alarm", "leak_sensor", [of("wet", "/flood:0/alarm"), ...supply]),
  later("em-phases", "/em:0/a_act_power", "energy_meter", [
    of("power-{p}", "/em:0/{p}_act_power"),
    of("voltage-{p}", "/em:0/{p}_voltage"),
    of("current-{p}", "/em:0/{p}_current"),
    of("powerFactor-{p}", "/em:0/{p}_pf"),
    of("frequency-{p}", "/em:0/{p}_freq"),
    of("energy-{p}", "/emdata:0/{p}_total_act_energy", inWattHours),
    of("returned-{p}", "/emdata:0/{p}_total_act_ret_energy", inWattHours),
    of("energy", "/emdata:0/total_act", inWattHours),
    of("returned", "/emdata:0/total_act_ret", inWattHours),
    of("deviceTemperature", "/temperature:0/tC", upkeep),
  ]),
  later("em-single", "/em1:0/act_power", "energy_meter", [
    of("power{n}", "/em1:{n}/act_power"),
    of("voltage{n}", "/em1:{n}/voltage"),
    of("current{n}", "/em1:{n}/current"),
    of("energy{n}", "/em1data:{n}/total_act_energy", inWattHours),
  ]),
  later("pm", "/pm1:0/apower", "energy_meter", meteredBy("pm1")),
  later("cover", "/cover:0/state", "shutter", [
    own("state", "/cover:0/state", "状态", "State", {
      words: Object.fromEntries(coverStates.map((state) => [state, state])),
    }),
    of("position", "/cover:0/current_pos"),
    ...meteredBy("cover"),
  ]),
  later("thermostat", "/thermostat:0/current_C", "thermostat", [
    of("temperature", "/thermostat:0/current_C"),
    of("setpoint", "/thermostat:0/target_C"),
    of("on", "/thermostat:0/output"),
    of("humidity", "/humidity:0/rh"),
    of("illuminance", "/illuminance:0/lux"),
    of("on{n}", "/switch:{n}/output"),
  ]),
  later("switch", "/switch:0/output", "power_switch", [
    of("on{n}", "/switch:{n}/output"),
    ...meteredBy("switch"),
  ]),
  later("light", "/light:0/output", "lamp", [
    of("on{n}", "/light:{n}/output"),
    of("dim{n}", "/light:{n}/brightness"),
    ...meteredBy("light"),
  ]),
  later("climate", "/temperature:0/tC", "room_temp", [...climate, ...supply]),
];

/** Shelly devices of all generations. */
export const shellyRows: readonly MappingRow[] = [...firstGeneration, ...laterGenerations];
