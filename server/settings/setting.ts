/** A sentence for the person who starts the server: what is wrong, where, and what to do. Ends the program with code 2. */
export class SettingsError extends Error {
  constructor(sentence: string) {
    super(sentence);
    this.name = "SettingsError";
  }
}

/** One option: `--name` on the command line, `COURTYARD_NAME` in the environment. */
export interface Setting<Value> {
  /** Placeholder of its value in `--help`; null for a switch that takes none. */
  readonly takes: string | null;
  readonly value: Value;
  /** The default as `--help` prints it. */
  readonly shownDefault: string;
  readonly meaning: string;
  /** @throws Error saying what was expected. */
  readonly read: (text: string) => Value;
}

export const wholeNumber =
  (low: number, high: number) =>
  (text: string): number => {
    const value = Number(text);
    if (text.trim() === "" || !Number.isInteger(value) || value < low || value > high)
      throw new Error(`a whole number from ${low} to ${high}`);
    return value;
  };

export const numberBetween =
  (low: number, high: number) =>
  (text: string): number => {
    const value = Number(text);
    if (text.trim() === "" || !(value >= low && value <= high))
      throw new Error(`a number from ${low} to ${high}`);
    return value;
  };

export const oneOf =
  <Word extends string>(...words: readonly Word[]) =>
  (text: string): Word => {
    const found = words.find((word) => word === text);
    if (found === undefined) throw new Error(words.join(" or "));
    return found;
  };

export const someText = (text: string): string => {
  if (text.trim() === "") throw new Error("something");
  return text;
};

export const urlOf =
  (...schemes: readonly string[]) =>
  (text: string): string => {
    const scheme = URL.canParse(text) ? new URL(text).protocol.slice(0, -1) : "";
    if (!schemes.includes(scheme)) throw new Error(`an address such as ${schemes[0] ?? ""}://host`);
    return text;
  };

const onWords = ["", "1", "true", "on", "yes"];
const offWords = ["0", "false", "off", "no"];

/** A switch is on when named; in the environment a word says which. */
export const switchedOn = (text: string): boolean => {
  if (onWords.includes(text.toLowerCase())) return true;
  if (offWords.includes(text.toLowerCase())) return false;
  throw new Error("on or off");
};

/** For an option that is promised but not there yet: refused, never ignored. */
export const notBuilt = (instead: string) => (): null => {
  throw new NotBuilt(instead);
};

export class NotBuilt extends Error {}
