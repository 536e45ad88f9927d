import type { Page } from "playwright-core";
import { openBrowser } from "../../tests/journeys/browser.ts";
import { watchDraws } from "../browser/draw-watch.ts";

export interface VisitTimes {
  /** Until there is text to read, ms after the navigation began. */
  readonly textMs: number;
  /** Until the end of the first frame with most of the scene in it. */
  readonly pictureMs: number;
}

/** A frame of the demo has about a dozen draws; one with so many shows the place and not only the sky. */
const enough = 6;
const within = { timeout: 120_000 };

async function times(page: Page): Promise<VisitTimes> {
  await page.waitForFunction(() => window.drawCounts.firstPictureMs !== null, null, within);
  return page.evaluate(() => ({
    textMs: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.NaN,
    pictureMs: window.drawCounts.firstPictureMs ?? Number.NaN,
  }));
}

/** Opens a desk by its link in a browser that has never been here, and again with what it then keeps. */
export async function visits(link: string): Promise<{ cold: VisitTimes; warm: VisitTimes }> {
  const browser = await openBrowser();
  try {
    const { page, context } = await browser.visit(link, {
      viewport: "small",
      prepare: (context) => watchDraws(context, { enough, drawing: "all" }),
    });
    // The link leads through a page of its own to the desk.
    await page.waitForURL((url) => !url.pathname.startsWith("/enter"), within);
    const cold = await times(page);
    const desk = page.url();
    await page.close();
    const again = await context.newPage();
    await again.goto(desk, { waitUntil: "commit", ...within });
    return { cold, warm: await times(again) };
  } finally {
    await browser.close();
  }
}
