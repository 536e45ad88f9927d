import type { Page } from "playwright-core";

/** Pixels of a part of the page by colour. */
export interface Colours {
  readonly pixels: number;
  /** Chroma of the most colourful pixel that is not alone, 0 (grey) to 255. */
  readonly chroma: number;
  /** Pixels as near to each of the colours asked for as a screen's rounding leaves them. */
  readonly like: readonly number[];
}

/**
 * What colours stand on the page; letters and edges are smoothed without colour there. Pictures are read on a page
 * without the desk's policy, which forbids what reading them takes.
 * @param like colours as `#rrggbb`
 */
export async function coloursOf(page: Page, like: readonly string[] = []): Promise<Colours> {
  const picture = await page.screenshot({ timeout: 60_000 });
  const darkroom = await page.context().newPage();
  const colours = await darkroom.evaluate(countColours, { base64: picture.toString("base64"), like });
  await darkroom.close();
  return colours;
}

/** Runs in the browser. */
async function countColours({ base64, like }: { base64: string; like: readonly string[] }): Promise<Colours> {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
  const pen = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
  if (pen === null) throw new Error("no canvas to read on");
  pen.drawImage(bitmap, 0, 0);
  const { data } = pen.getImageData(0, 0, bitmap.width, bitmap.height);
  const wanted = like.map((hex) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)));
  const counts = like.map(() => 0);
  const byChroma = new Uint32Array(256);
  for (let at = 0; at < data.length; at += 4) {
    const [red, green, blue] = [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
    const chroma = Math.max(red, green, blue) - Math.min(red, green, blue);
    byChroma[chroma] = (byChroma[chroma] ?? 0) + 1;
    for (const [nth, [r = 0, g = 0, b = 0]] of wanted.entries())
      if (Math.abs(red - r) + Math.abs(green - g) + Math.abs(blue - b) < 12)
        counts[nth] = (counts[nth] ?? 0) + 1;
  }
  return { pixels: data.length / 4, chroma: byChroma.findLastIndex((count) => count > 3), like: counts };
}
