import type { Page } from "playwright-core";
import { expect } from "vitest";

/** What a condition may take on a page that draws in software. */
export const slowly = { timeout: 60_000, interval: 250 };

/** Waits until the link sign says this word. */
export async function expectLink(page: Page, word: RegExp): Promise<void> {
  const sign = page.locator(".link-sign b").first();
  await expect.poll(() => sign.innerText({ timeout: slowly.timeout }), slowly).toMatch(word);
}

/** Waits until the middle of the scene shows more than a plain colour. */
export async function expectPicture(page: Page): Promise<void> {
  const canvas = page.locator("canvas").first();
  await canvas.waitFor({ timeout: slowly.timeout });
  const box = await canvas.boundingBox();
  if (box === null) throw new Error("the canvas is nowhere");
  const clip = {
    x: box.x + box.width / 4,
    y: box.y + box.height / 4,
    width: box.width / 2,
    height: box.height / 2,
  };
  // Pictures are read on a page without the desk's policy, which forbids what reading them takes.
  const darkroom = await page.context().newPage();
  const spread = async (): Promise<number> => {
    const picture = await page.screenshot({ clip, timeout: slowly.timeout });
    return darkroom.evaluate(luminanceSpread, picture.toString("base64"));
  };
  await expect.poll(spread, slowly).toBeGreaterThan(6);
  await darkroom.close();
}

/** Standard deviation of the luminance, 0 to 128; runs in the browser. */
async function luminanceSpread(base64: string): Promise<number> {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
  const pen = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
  if (pen === null) return 0;
  pen.drawImage(bitmap, 0, 0);
  const { data } = pen.getImageData(0, 0, bitmap.width, bitmap.height);
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < data.length; i += 4) {
    const luminance = 0.2126 * data[i]! + 0.7152 * data[i + 1]! + 0.0722 * data[i + 2]!;
    sum += luminance;
    squares += luminance ** 2;
  }
  const mean = sum / (data.length / 4);
  return Math.sqrt(squares / (data.length / 4) - mean ** 2);
}
