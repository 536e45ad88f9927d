import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

/** All that axe objects to on a page, as text; what is drawn on a canvas it cannot judge. */
export async function axeFaults(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page })
    .exclude("canvas")
    .options({ resultTypes: ["violations"] })
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}
