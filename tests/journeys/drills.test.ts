import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser, type JourneyBrowser, type Visit } from "./browser.ts";
import { startCourtyard, type Courtyard } from "./courtyard.ts";
import { expectLink, slowly } from "./desk-signs.ts";
import { still, stillsWanted } from "./stills.ts";

// Where people look at the steps everything is as large and as slow as it is; else ten minutes pass in one.
const demo = stillsWanted ? ["--rate", "1"] : ["--scale", "0.05", "--rate", "10"];
const patiently = { timeout: stillsWanted ? 420_000 : 90_000, interval: 500 };

const strip = (page: Page) => page.getByRole("region", { name: "Alert strip" });
const card = (page: Page) => page.getByRole("region", { name: "Selection" });
const groupList = (page: Page) => page.getByRole("listbox", { name: "Groups of alarms" });
const selected = (page: Page) => new URL(page.url()).searchParams.get("sel");
const countOf = async (page: Page, priority: string): Promise<number> =>
  Number(await strip(page).getByRole("listitem").filter({ hasText: priority }).locator("b").innerText());

/** Devices in all, and how many of them are silent. */
async function devicesHere(page: Page): Promise<{ all: number; stale: number }> {
  const stale = await strip(page).locator("dd").innerText();
  const all = await page.getByRole("tab", { name: /^Devices/ }).innerText();
  return { all: Number(all.replace(/\D/g, "")), stale: Number(stale.replace(/\D/g, "")) };
}

async function drill(page: Page, act: "Start" | "End", name: string): Promise<void> {
  await page.getByRole("button", { name: "Drills", exact: true }).click();
  await page.getByRole("button", { name: `${act}…: ${name}` }).click();
  await page.getByRole("button", { name: act === "Start" ? "Yes, start" : "Yes, end" }).click();
  await page.keyboard.press("Escape");
  const badge = page.getByText(`DRILL · ${name}`);
  await badge.first().waitFor({ state: act === "Start" ? "visible" : "detached", timeout: slowly.timeout });
}

describe("drills, played as a supervisor would", { timeout: stillsWanted ? 1_800_000 : 240_000 }, () => {
  let courtyard: Courtyard;
  let browser: JourneyBrowser;
  let visit: Visit;
  let page: Page;
  beforeAll(async () => {
    const start = ["--start-at", "2026-06-15T19:39", ...demo];
    [courtyard, browser] = await Promise.all([startCourtyard({ args: start }), openBrowser()]);
    visit = await browser.visit("about:blank", { locale: "en" });
    ({ page } = visit);
    await visit.context.request.get(courtyard.links.supervisor);
    await page.goto(`${courtyard.url}/?pic=plan`, { waitUntil: "domcontentloaded" });
  });
  afterAll(async () => {
    await browser?.close();
    await courtyard?.close();
  });

  it("(a) a kitchen burns on floor 21 of A-3: what, where, whose it is, acknowledged with a note", async () => {
    await expectLink(page, /^Live$/);
    // The gateways have introduced what is behind them, and all of it has spoken.
    await expect
      .poll(async () => {
        const { all, stale } = await devicesHere(page);
        return all > 1000 && stale < all / 20;
      }, patiently)
      .toBe(true);
    await still(page, "a0-before");
    await drill(page, "Start", "Kitchen fire");
    await expect.poll(() => countOf(page, "P1"), patiently).toBeGreaterThan(0);
    await still(page, "a1-alarm");
    const foremost = strip(page).getByRole("button", { name: /P1/ });
    expect(await foremost.innerText()).toMatch(/A-3/);
    await foremost.click();
    await expect.poll(() => selected(page), slowly).toMatch(/^device:XH-A-3-U1-F/);
    await card(page)
      .getByText("A-3 · Floor 2", { exact: false })
      .first()
      .waitFor({ timeout: slowly.timeout });
    await still(page, "a2-card");
    const row = card(page).getByRole("list", { name: "Alarms" }).getByRole("listitem").first();
    await row.getByRole("button", { name: "Acknowledge" }).click();
    await row.getByText(/Acknowledged by Supervisor/).waitFor({ timeout: slowly.timeout });
    await row.getByRole("button", { name: /Add a note/ }).click();
    await page.keyboard.type("Micro fire station is on its way");
    await page.keyboard.press("Enter");
    // Lifts go down and wait: they say so on their own cards.
    await page.keyboard.press("d");
    await page.keyboard.press("/");
    await page.keyboard.type("A-3 lift");
    const lifts = page.getByRole("listbox", { name: "Devices" }).getByRole("option");
    await lifts.first().click({ timeout: slowly.timeout });
    await card(page).getByText("fire", { exact: false }).first().waitFor({ timeout: patiently.timeout });
    await still(page, "a3-lift");
    await drill(page, "End", "Kitchen fire");
    await page.keyboard.press("a");
    await page.keyboard.press("/");
    await page.keyboard.press("Control+A");
    await page.keyboard.press("Delete");
    // What latches stays until somebody has been there; nothing of the fire is active any more.
    await expect.poll(() => countOf(page, "P1"), patiently).toBeGreaterThan(0);
    await still(page, "a4-after");
  });

  it("(c) a transformer trips: one group with its cause, and no flood of what it explains", async () => {
    await page.keyboard.press("Escape");
    await page.keyboard.press("a");
    await page.getByLabel("State of the alarm").selectOption("grouped");
    await drill(page, "Start", "Transformer trip");
    const group = groupList(page).getByRole("option", { name: /transformer/i });
    const explained = async (): Promise<number> => {
      // Never waited for: it goes as soon as nothing is explained any more.
      const [words = "", ...others] = await group.allInnerTexts();
      return others.length > 0 ? 0 : Number(/(\d+) suppressed/.exec(words)?.[1] ?? 0);
    };
    await expect.poll(explained, patiently).toBeGreaterThan(400);
    expect(await group.innerText()).toMatch(/1 unacknowledged/);
    // The strip says how many are withdrawn, and leads to them.
    await strip(page)
      .getByRole("button", { name: /withdrawn/ })
      .waitFor({ timeout: slowly.timeout });
    await still(page, "c1-flood");
    await group.click();
    await expect.poll(() => selected(page), slowly).toBe("device:XH-T01");
    await card(page).getByText("Transformer tripped").first().waitFor({ timeout: slowly.timeout });
    await card(page)
      .getByText(/Alarms that this explains: \d{3}/)
      .waitFor({ timeout: slowly.timeout });
    await still(page, "c2-cause");
    await drill(page, "End", "Transformer trip");
    await expect.poll(explained, patiently).toBe(0);
    await still(page, "c3-after");
  });

  it("(g) the broker is gone for five minutes: nothing looks live, one alarm says so, everything comes back", async () => {
    await page.keyboard.press("Escape");
    const { stale: before } = await devicesHere(page);
    await drill(page, "Start", "Broker gone");
    const group = groupList(page).getByRole("option", { name: /Caused by/ });
    const silent = async (): Promise<boolean> => {
      const { all, stale } = await devicesHere(page);
      return stale > 0.99 * all;
    };
    await expect.poll(silent, patiently).toBe(true);
    await expect
      .poll(() => group.allInnerTexts(), patiently)
      .toEqual([expect.stringMatching(/1 unacknowledged/)]);
    // Our own link is well, and says so: it is the devices that nobody hears, and nothing looks live.
    await expectLink(page, /^Live$/);
    expect(await page.locator(".frame-word").innerText()).toBe("NOT LIVE: no device is heard");
    await still(page, "g1-silent");
    await page
      .getByText("DRILL · Broker gone")
      .first()
      .waitFor({ state: "detached", timeout: patiently.timeout });
    await expect
      .poll(async () => (await devicesHere(page)).stale, patiently)
      .toBeLessThanOrEqual(before + 60);
    // What the lost broker explained comes back a minute later, and by then is well.
    await expect.poll(() => group.count(), patiently).toBe(0);
    await expect.poll(() => page.locator(".frame-word").innerText(), slowly).toBe("LIVE");
    await still(page, "g2-back");
    expect(visit.faults).toEqual([]);
  });
});
