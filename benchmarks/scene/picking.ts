import { openBrowser } from "../../tests/journeys/browser.ts";
import type { Comparison, Goal } from "../report/comparison.ts";
import { median, quantile } from "../report/outcome.ts";
import type { Opened } from "./server.ts";
import type { Picked } from "./peers/picking/main.ts";

/** What is under the pointer, asked of our picker (walls tested) and of the usual ray through all instances (none tested). */
export async function picks({ peersUrl }: Opened, devices: number, moves: number): Promise<Comparison[]> {
  const browser = await openBrowser();
  const size = `${devices.toLocaleString("en")} devices`;
  try {
    const { page } = await browser.visit(`${String(peersUrl)}/picking/`, { viewport: "small", locale: "en" });
    await page.waitForFunction(() => window.picking !== undefined);
    const asked = (who: "ours" | "raycast", count: number): Promise<Picked | undefined> =>
      page.evaluate(([name, many]) => window.picking?.[name](many), [who, count] as const);
    await asked("ours", moves);
    await asked("raycast", Math.ceil(moves / 20));
    const ours = await asked("ours", moves);
    const raycast = await asked("raycast", moves);
    if (!ours?.met || !raycast?.met) throw new Error("the pointer met no device");
    const row = (what: string, of: (tookMs: readonly number[]) => number, goal: Goal | null): Comparison => ({
      what: `${what} until it is known what a pointer move meets, ${size}`,
      unit: "ms",
      ours: of(ours.tookMs),
      peer: "InstancedMesh.raycast",
      theirs: of(raycast.tookMs),
      goal,
    });
    return [
      // What a ray through all instances takes grows with them, and so does what may be asked.
      row("median", median, devices >= 100_000 ? { of: "gain", atLeast: 1000 } : null),
      row("95th of 100", (tookMs) => quantile(tookMs, 0.95), { of: "ours", atMost: 0.1 }),
    ];
  } finally {
    await browser.close();
  }
}
