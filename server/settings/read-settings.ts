import { settingsTable, type SettingName, type Settings } from "../settings.ts";
import { checkTogether } from "./check-together.ts";
import { NotBuilt, SettingsError, type Setting } from "./setting.ts";

export const isSettingName = (name: string): name is SettingName => Object.hasOwn(settingsTable, name);
const names = Object.keys(settingsTable).filter(isSettingName);
export const environmentName = (name: SettingName): string =>
  `COURTYARD_${name.toUpperCase().replaceAll("-", "_")}`;

/**
 * The settings a start asks for: the command line wins over the environment, both over the defaults.
 * @throws SettingsError with the sentence to print.
 */
export function readSettings(args: readonly string[], environment: NodeJS.ProcessEnv): Settings {
  const asked = new Map<SettingName, { text: string; where: string }>();
  for (const name of names) {
    const text = environment[environmentName(name)];
    if (text !== undefined && text !== "") asked.set(name, { text, where: environmentName(name) });
  }
  for (const [name, text] of argumentsOf(args)) asked.set(name, { text, where: `--${name}` });
  const values = names.map((name) => {
    const found = asked.get(name);
    const setting: Setting<unknown> = settingsTable[name];
    return [name, found === undefined ? setting.value : valueOf(setting, found.text, found.where)] as const;
  });
  const settings = Object.fromEntries(values) as Settings;
  checkTogether(settings);
  return settings;
}

function valueOf(setting: Setting<unknown>, text: string, where: string): unknown {
  try {
    return setting.read(text);
  } catch (error) {
    if (error instanceof NotBuilt) throw new SettingsError(`${where} is not built yet; ${error.message}.`);
    const expected = error instanceof Error ? error.message : String(error);
    throw new SettingsError(
      `${where} takes ${expected}, not ${JSON.stringify(text.slice(0, 80))}; see --help.`,
    );
  }
}

function argumentsOf(args: readonly string[]): [SettingName, string][] {
  const found: [SettingName, string][] = [];
  for (let at = 0; at < args.length; at += 1) {
    const [, name, text] = /^--([a-z][a-z0-9-]*)(?:=([\s\S]*))?$/.exec(args[at] ?? "") ?? [];
    if (name === undefined || !isSettingName(name)) throw new SettingsError(unknown(args[at] ?? ""));
    if (text !== undefined || settingsTable[name].takes === null) {
      found.push([name, text ?? ""]);
      continue;
    }
    at += 1;
    const next = args[at];
    if (next === undefined || next.startsWith("--"))
      throw new SettingsError(`--${name} needs a value, ${settingsTable[name].takes}; see --help.`);
    found.push([name, next]);
  }
  return found;
}

function unknown(argument: string): string {
  const near = names.find((name) => isOneSlipApart(name, argument.replace(/^-*/, "").replace(/=.*$/, "")));
  const meant = near === undefined ? "" : ` Did you mean --${near}?`;
  return `There is no option ${JSON.stringify(argument.slice(0, 80))}.${meant} --help lists all.`;
}

/** One letter more, less or other, or two that changed places. */
function isOneSlipApart(a: string, b: string): boolean {
  let same = 0;
  while (same < a.length && same < b.length && a[same] === b[same]) same += 1;
  const restIs = (skipA: number, skipB: number): boolean => a.slice(same + skipA) === b.slice(same + skipB);
  const isSwap = a[same] === b[same + 1] && a[same + 1] === b[same] && restIs(2, 2);
  return restIs(1, 1) || restIs(1, 0) || restIs(0, 1) || isSwap;
}
