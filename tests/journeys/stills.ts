import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";

/** Where pictures of a journey's steps are wanted; null where nobody looks at them. */
const folder = process.env["COURTYARD_STILLS"] ?? null;

export const stillsWanted = folder !== null;

const sizes = [
  { name: "desk", width: 1600, height: 900 },
  { name: "wall", width: 3840, height: 2160 },
] as const;

/** Pictures of what is on the page now, for people to judge: in both themes, on a desk and on a wall. */
export async function still(page: Page, step: string): Promise<void> {
  if (folder === null) return;
  await mkdir(folder, { recursive: true });
  const before = page.viewportSize();
  for (const theme of ["light", "dark"]) {
    const turn = page.getByRole("button", { name: /^(Theme|明暗)/ });
    const isThere = (await page.locator("html").getAttribute("data-theme")) === theme;
    if (!isThere) await turn.click();
    for (const { name, width, height } of sizes) {
      await page.setViewportSize({ width, height });
      // The picture follows its pane a frame or two later.
      await page.waitForTimeout(1500);
      await page.screenshot({ path: join(folder, `${step}-${name}-${theme}.png`) });
    }
    if (before !== null) await page.setViewportSize(before);
  }
}
