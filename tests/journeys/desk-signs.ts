import type { Page } from "playwright-core";
import { expect } from "vitest";

/** What a condition may take on a page that draws in software. */
export const slowly = { timeout: 60_000, interval: 250 };

/** Waits until the link sign says this word. */
export async function expectLink(page: Page, word: RegExp): Promise<void> {
  const sign = page.locator(".link-sign b").first();
  await expect.poll(() => sign.innerText({ timeout: slowly.timeout }), slowly).toMatch(word);
}
