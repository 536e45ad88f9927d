import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { duties } from "../../models/duty/duty.ts";
import { axeFaults } from "./axe-faults.ts";
import { openBrowser, type JourneyBrowser } from "./browser.ts";
import { startCourtyard, type Courtyard } from "./courtyard.ts";
import { expectLink, slowly } from "./desk-signs.ts";

/** All that reached a page after this, as text. */
function listen(page: Page): () => Promise<readonly string[]> {
  const heard: Promise<string>[] = [];
  page.on("websocket", (socket) => {
    socket.on("framereceived", ({ payload }) => heard.push(Promise.resolve(payload.toString())));
  });
  page.on("response", (response) => {
    const text = response.text().catch(() => "");
    if (new URL(response.url()).pathname.startsWith("/api/"))
      heard.push(text.then((body) => `${response.url()}\n${body}`));
  });
  return () => Promise.all(heard);
}

const staffOrOwn = /own:|own%3A|"staff"|channels\/staff/;

/** Both languages, both themes: what is wrong with names and what with contrast do not depend on one another. */
const everyLook = [
  ["en", "dark"],
  ["zh-CN", "light"],
] as const;

describe("the links", { timeout: 240_000 }, () => {
  let courtyard: Courtyard;
  let browser: JourneyBrowser;

  beforeAll(async () => {
    [courtyard, browser] = await Promise.all([startCourtyard({ args: ["--scale", "0.02"] }), openBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await courtyard?.close();
  });

  it.each(duties)("%s: a live desk, without a fault, for everybody's senses", async (duty) => {
    const { page, context, faults } = await browser.visit("about:blank", { viewport: "small", locale: "en" });
    // As a plan, which is there much sooner than the scene; of the rest of a desk it changes nothing.
    await context.request.get(courtyard.links[duty]);
    const opened = duty === "supervisor" ? "&page=rules" : "";
    await page.goto(`${courtyard.url}/?pic=plan${opened}`, {
      waitUntil: "domcontentloaded",
    });
    await expectLink(page, /^Live$/);
    await expect
      .poll(() => page.getByRole("heading", { level: 1 }).first().innerText(), slowly)
      .toContain("Xinghe Garden");
    expect(await page.getByRole("main").count()).toBeGreaterThan(0);
    // The control room is judged page by page in a journey of its own, but for what is the supervisor's alone.
    const looks = duty === "operator" ? everyLook.slice(0, 1) : everyLook;
    for (const [language, theme] of looks) {
      await page.getByLabel(/^(Language|语言)$/).selectOption(language);
      if ((await page.locator("html").getAttribute("data-theme")) !== theme)
        await page.getByRole("button", { name: /^(Theme|明暗)/ }).click();
      // Asked until the page has settled: its parts come one after the other.
      const found = async () => ({ language, theme, faults: await axeFaults(page) });
      await expect.poll(found, { timeout: 60_000, interval: 1000 }).toEqual({ language, theme, faults: [] });
    }
    expect(faults).toEqual([]);
    await context.close();
  });

  it("a link used before says so kindly", async () => {
    // Whether or not somebody came by it before, after this it has been used.
    expect([303, 410]).toContain((await fetch(courtyard.links.supervisor, { redirect: "manual" })).status);
    const { page, context } = await browser.visit(courtyard.links.supervisor, { viewport: "small" });
    expect(await page.getByRole("heading").allInnerTexts()).toEqual([
      expect.stringContaining("已经用过"),
      expect.stringContaining("has been used"),
    ]);
    expect(await page.getByRole("link").count()).toBe(2);
    await context.close();
  });

  it("a member of the public is sent nothing of the staff's or of a home's", async () => {
    const { page, context } = await browser.visit("about:blank", { viewport: "small", locale: "en" });
    const heard = listen(page);
    await page.goto(courtyard.url, { waitUntil: "domcontentloaded" });
    await expectLink(page, /^Live$/);
    await page.getByRole("heading", { level: 1 }).first().waitFor({ timeout: slowly.timeout });
    const all = await heard();
    expect(all.some((text) => text.includes("/api/v1/channels/public"))).toBe(true);
    expect(all.some((text) => /^\d+.*welcome|"public"/.test(text))).toBe(true);
    expect(all.filter((text) => staffOrOwn.test(text)).map((text) => text.slice(0, 200))).toEqual([]);
    await context.close();
  });
});
