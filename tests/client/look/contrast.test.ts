import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { priorityColour } from "../../../client/look/palette.ts";
import { projectRoot } from "../../project-root.ts";

const css = readFileSync(join(projectRoot, "client/look/tokens.css"), "utf8");

/** The names of one block of the style sheet and their colours. */
function block(selector: string): ReadonlyMap<string, string> {
  const begin = css.indexOf(`${selector} {`);
  expect(begin, selector).toBeGreaterThanOrEqual(0);
  const body = css.slice(begin, css.indexOf("}", begin));
  return new Map([...body.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map((match) => [match[1]!, match[2]!]));
}

const linear = (channel: number): number =>
  channel <= 0.03928 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;

/** Relative luminance (WCAG 2.2). */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    linear(Number.parseInt(hex.slice(at, at + 2), 16) / 255),
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

const looks = (["grey", "rich"] as const).flatMap((mood) =>
  (["dark", "light"] as const).map((theme) => ({ mood, theme })),
);

describe.each(looks)("$mood $theme", ({ mood, theme }) => {
  const names = block(`:root[data-mood="${mood}"][data-theme="${theme}"]`);
  const alarms = block(`:root[data-theme="${theme}"]`);
  const colour = (name: string): string => names.get(name) ?? alarms.get(name) ?? "#missing";
  const grounds = ["panel", "raised", "ground"];

  it.each(["ink", "ink-dim", "ink-quiet", "live", "trouble", "recorded"])("text in %s can be read", (ink) => {
    for (const ground of grounds)
      expect(contrast(colour(ink), colour(ground)), ground).toBeGreaterThanOrEqual(4.5);
  });

  it.each(["p1", "p2", "p3", "p4"])("the alarm colour %s can be read as text", (ink) => {
    for (const ground of ["panel", "raised"])
      expect(contrast(colour(ink), colour(ground)), ground).toBeGreaterThanOrEqual(4.5);
  });

  it("what is chosen, framed or focused stands out", () => {
    expect(contrast(colour("ink"), colour("chosen"))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colour("chosen-line"), colour("panel"))).toBeGreaterThanOrEqual(3);
    expect(contrast(colour("line-strong"), colour("panel"))).toBeGreaterThanOrEqual(3);
    expect(contrast(colour("frame-live-ink"), colour("frame-live"))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colour("frame-recorded-ink"), colour("frame-recorded"))).toBeGreaterThanOrEqual(4.5);
    // What is not live stands on its own colour.
    expect(contrast(colour("panel"), colour("trouble"))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colour("panel"), colour("recorded"))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colour("accent-ink"), colour("accent"))).toBeGreaterThanOrEqual(4.5);
  });

  it("figures are seen against their ground", () => {
    expect(contrast(colour("figure"), colour("panel"))).toBeGreaterThanOrEqual(3);
  });
});

describe("alarm colours in figures", () => {
  it.each(["dark", "light"] as const)("stand out in %s", (theme) => {
    const sunken = block(`:root[data-mood="grey"][data-theme="${theme}"]`).get("sunken") ?? "";
    for (const hex of Object.values(priorityColour[theme]))
      expect(contrast(hex, sunken)).toBeGreaterThanOrEqual(3);
  });
});

describe("a change of theme", () => {
  it("reaches everything at once where less motion is wanted, none of it through a transition", () => {
    const page = readFileSync(join(projectRoot, "client/look/page.css"), "utf8");
    const still = page.slice(page.indexOf("prefers-reduced-motion"));
    expect(still).toContain("transition-duration: 0s !important");
    expect(still).toContain("transition-delay: 0s !important");
  });
});
