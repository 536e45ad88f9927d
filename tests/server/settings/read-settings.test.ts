import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { settingsTable, type SettingName } from "../../../server/settings.ts";
import { helpPage } from "../../../server/settings/help-page.ts";
import { environmentName, readSettings } from "../../../server/settings/read-settings.ts";
import { SettingsError } from "../../../server/settings/setting.ts";

const names = Object.keys(settingsTable) as SettingName[];
const good: Readonly<Partial<Record<SettingName, string>>> = {
  port: "0",
  host: "::1",
  data: "/tmp/somewhere",
  community: "a.city.json",
  "mqtt-port": "1999",
  broker: "mqtt://broker:1883",
  simulator: "off",
  "trust-broker": "",
  scale: "0.5",
  rates: "real",
  "start-at": "2026-11-23T07:00",
  rate: "60",
  at: "31.17,121.49",
  "public-url": "https://twin.example",
  "trust-proxy": "",
  "tls-cert": "cert.pem",
  "tls-key": "key.pem",
  insecure: "",
  seed: "7",
  "links-file": "links.json",
  open: "",
  "sockets-per-person": "5",
  "sockets-per-address": "5",
  "sockets-per-second": "5",
  "requests-per-minute": "50",
  "keep-public": "90",
  "keep-staff": "0.5",
  "keep-personal": "0",
};
const together: Readonly<Partial<Record<SettingName, readonly string[]>>> = {
  "tls-cert": ["--tls-key", "k"],
  "tls-key": ["--tls-cert", "c"],
};
const sentence = (args: readonly string[], environment = {}): string => {
  try {
    readSettings(args, environment);
  } catch (error) {
    if (error instanceof SettingsError) return error.message;
    throw error;
  }
  return "";
};

describe("settings", () => {
  it("are all at their defaults when nothing is asked for", () => {
    const settings = readSettings([], {});
    for (const name of names) expect(settings[name]).toEqual(settingsTable[name].value);
    expect(settings).toMatchObject({
      port: 4870,
      host: "127.0.0.1",
      data: "./data",
      community: "demo",
      rate: 1,
    });
  });

  it.each(Object.entries(good))("--%s can be given in each of its forms", (key, text) => {
    const name = key as SettingName;
    const more = together[name] ?? [];
    const expected = settingsTable[name].read(text);
    expect(readSettings([`--${name}=${text}`, ...more], {})[name]).toEqual(expected);
    if (settingsTable[name].takes !== null)
      expect(readSettings([`--${name}`, text, ...more], {})[name]).toEqual(expected);
    const environment = { [environmentName(name)]: text === "" ? "on" : text };
    expect(readSettings(more, environment)[name]).toEqual(expected);
  });

  it("the command line wins over the environment", () => {
    expect(readSettings(["--port", "5"], { COURTYARD_PORT: "6" }).port).toBe(5);
    expect(readSettings([], { COURTYARD_PORT: "6", COURTYARD_HOST: "" }).port).toBe(6);
    expect(readSettings(["--insecure=off"], { COURTYARD_INSECURE: "yes" }).insecure).toBe(false);
  });

  it.each([
    [["--prot", "1"], "--port?"],
    [["port"], "There is no option"],
    [["--port"], "needs a value"],
    [["--port", "--open"], "needs a value"],
    [["--port", "65536"], "from 0 to 65535"],
    [["--rate", "0.5"], "from 1 to 60"],
    [["--scale", "NaN"], "from 0 to 1"],
    [["--simulator", "maybe"], "on or off"],
    [["--at", "91,0"], "latitude"],
    [["--at", "1,2,3"], "latitude"],
    [["--start-at", "yesterday"], "2026-11-23T07:00"],
    [["--broker", "http://x"], "mqtt://"],
    [["--public-url", "twin.example"], "https://"],
    [["--database", "postgres://x"], "not built yet"],
    [["--redis", "redis://x"], "not built yet"],
    [["--host", "0.0.0.0"], "--insecure"],
    [["--host", "192.168.1.2"], "--insecure"],
    [["--tls-cert", "x"], "--tls-key"],
    [["--broker", "mqtt://x", "--mqtt-port", "1"], "leave --mqtt-port out"],
  ])("%j is refused with one sentence that says what to do", (args, part) => {
    const said = sentence(args);
    expect(said).toContain(part);
    expect(said).not.toContain("\n");
  });

  it.each(["--insecure", "--trust-proxy"])("a foreign host is allowed with %s", (how) => {
    expect(readSettings(["--host", "0.0.0.0", how], {}).host).toBe("0.0.0.0");
  });

  it("a setting that is not built is refused from the environment too", () => {
    expect(sentence([], { COURTYARD_REDIS: "redis://x" })).toContain("COURTYARD_REDIS is not built yet");
  });

  it("whatever is typed, settings or one sentence come out", () => {
    const word = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.constantFrom(...names).map((name) => `--${name}`),
      fc
        .tuple(fc.constantFrom(...names), fc.string({ maxLength: 8 }))
        .map(([name, text]) => `--${name}=${text}`),
      fc.constantFrom("on", "0", "127.0.0.1", "mqtt://a", "1,1", "now"),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 6 }), (args) => {
        const said = sentence(args);
        return said === "" || (said.length < 400 && said.endsWith(".")) || said.endsWith("?");
      }),
    );
  });

  it("--help lists every option with its default", () => {
    const page = helpPage();
    for (const name of names) {
      expect(page).toContain(`--${name}`);
      expect(page).toContain(`(default: ${settingsTable[name].shownDefault})`);
    }
  });
});
