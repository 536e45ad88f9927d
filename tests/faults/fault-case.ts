import { it } from "vitest";
import { breaches } from "./invariants/breaches.ts";
import { Stage } from "./stage/stage.ts";

/** One fault or bad input, and what must hold when it is over. A case is one file that calls `faultCase`. */
export interface FaultCase<Size> {
  /** Its number in the list of faults (F), or of attacks (A). */
  readonly number: string;
  /** What happens, and what is expected of the server. */
  readonly sentence: string;
  /** Small enough for every `npm test`. */
  readonly quick: Size;
  /** For `npm run faults`. */
  readonly long: Size;
  /** Brings the fault about and ends with everything healed; what is peculiar to the case is expected here. */
  readonly act: (stage: Stage, size: Size) => Promise<void>;
}

const isLong = process.env["COURTYARD_FAULTS"] === "long";
/** Long enough to tell a hang from a busy machine. */
const longestMs = isLong ? 60 * 60_000 : 300_000;

/** The seed of this run: given, to see a failing run again, or any. */
const seedOfRun = (): number => {
  const given = process.env["COURTYARD_FAULTS_SEED"];
  return given === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(given);
};

/** Runs the case, then looks at all that must hold after any of them. */
export function faultCase<Size>({ number, sentence, quick, long, act }: FaultCase<Size>): void {
  it(`${number} ${sentence}`, { timeout: longestMs }, async () => {
    const seed = seedOfRun();
    const stage = new Stage(seed);
    try {
      await act(stage, isLong ? long : quick);
      const found = await breaches(stage);
      if (found.length > 0) throw new Error(`after the case:\n${found.join("\n")}`);
    } catch (error) {
      if (error instanceof Error) error.message += ` (again with COURTYARD_FAULTS_SEED=${seed})`;
      throw error;
    } finally {
      await stage.close();
    }
  });
}
