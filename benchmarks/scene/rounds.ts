import type { Comparison } from "../report/comparison.ts";
import type { Plan } from "../report/outcome.ts";
import { Child } from "../processes/child.ts";
import { type ContenderName, contendersOf } from "./contender.ts";
import { picks } from "./picking.ts";
import type { Taken } from "./rows.ts";
import type { SceneServer } from "./server.ts";
import { type Figures, type Lengths, measure } from "./trial.ts";

export interface Sizes {
  readonly rounds: number;
  readonly lengths: Lengths;
  /** Pointer moves asked of the pickers; none skips them. */
  readonly moves: number;
}

/**
 * Round after round, each contender after the other, with so many devices in one server. Whoever was not over in time
 * in one round is not asked again.
 */
export async function rounds(
  plan: Plan,
  pages: string,
  devices: number,
  { rounds: count, lengths, moves }: Sizes,
  who: readonly ContenderName[],
): Promise<{ taken: Taken; picked: readonly Comparison[] }> {
  const server = new Child<SceneServer>(new URL("server.ts", import.meta.url));
  try {
    const opened = await server.ask("open", devices, pages);
    const contenders = contendersOf(opened);
    const taken = new Map<ContenderName, (Figures | null)[]>();
    for (let round = 0; round < count; round++) {
      for (const name of who) {
        const contender = contenders.get(name);
        const before = taken.get(name) ?? [];
        if (!contender || before.includes(null)) continue;
        // oxlint-disable-next-line no-await-in-loop
        const figures = await measure(contender, server, devices, lengths);
        taken.set(name, [...before, figures]);
        plan.say(`scene: ${devices} devices, ${name}: ${said(figures, lengths)}`);
      }
    }
    const picked = moves > 0 ? await picks(opened, devices, moves) : [];
    await server.ask("close");
    return { taken, picked };
  } finally {
    server.stop();
  }
}

const said = (figures: Figures | null, { withinMs }: Lengths): string =>
  figures === null
    ? `not within ${withinMs / 1000} s`
    : `${figures.update.scriptMs.toFixed(2)} ms per update (${figures.update.paceMs} ms apart, ` +
      `${figures.update.frames.toFixed(2)} frames each), ${figures.orbit.scriptMs.toFixed(2)} ms per frame`;
