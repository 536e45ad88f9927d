import { connectAsync, type MqttClient } from "mqtt";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { priorityColour, type Theme } from "../../client/look/palette.ts";
import { xingheGarden } from "../../models/communities/index.ts";
import { axeFaults } from "./axe-faults.ts";
import { openBrowser, type JourneyBrowser, type Visit } from "./browser.ts";
import { coloursOf } from "./colours.ts";
import { startCourtyard, type Courtyard } from "./courtyard.ts";
import { expectLink, slowly } from "./desk-signs.ts";
import { withoutWebGl } from "./graphics-ledger.ts";
import { communityOf } from "./point-reader.ts";
import { still } from "./stills.ts";

const devices = [
  {
    id: "call-1",
    kind: "manual_call_point",
    en: "Call point one",
    building: "A-3",
    says: { pressed: false },
  },
  {
    id: "call-2",
    kind: "manual_call_point",
    en: "Call point two",
    building: "C1-5",
    says: { pressed: false },
  },
  {
    ...{ id: "co-1", kind: "garage_co", en: "Garage air one", building: "D-1" },
    says: { carbonMonoxide: 3, temperature: 14, fan: false },
  },
];
/** In the control room nothing is so colourful unless something is wrong: the sky's and the water's grey have less. */
const mostChroma = 48;
const colours = (theme: Theme) => Object.values(priorityColour[theme]);
const themes = ["dark", "light"] as const;
/** What is wrong with names and what with contrast do not depend on one another. */
const looks = [
  ["zh-CN", "dark"],
  ["en", "light"],
] as const;

describe("the control room, with the 3D canvas hidden and from the keyboard alone", {
  timeout: 240_000,
}, () => {
  let courtyard: Courtyard;
  let browser: JourneyBrowser;
  let broker: MqttClient;
  let visit: Visit;
  let page: Page;
  let say: (device: string, what: object) => Promise<unknown>;

  beforeAll(async () => {
    const args = ["--simulator", "off"];
    [courtyard, browser] = await Promise.all([startCourtyard({ args }), openBrowser()]);
    broker = await connectAsync(`mqtt://127.0.0.1:${courtyard.mqttPort}`, {
      username: "device",
      password: await courtyard.deviceToken(),
      reconnectPeriod: 0,
    });
    const { id: community } = await communityOf(courtyard.url);
    say = (path, what) =>
      broker.publishAsync(`courtyard/${community}/${path}`, JSON.stringify(what), { qos: 1 });
    for (const { id, kind, en, building, says } of devices) {
      await say(`${id}/$describe`, { kind, name: { "zh-CN": en, en }, at: { building, storey: 5 } });
      await say(id, says);
    }
    visit = await browser.visit("about:blank", {
      locale: "en",
      prepare: async (fresh) => void (await withoutWebGl(fresh)),
    });
    ({ page } = visit);
    await visit.context.request.get(courtyard.links.operator);
    await page.goto(`${courtyard.url}/?pic=plan`, { waitUntil: "domcontentloaded" });
  });
  afterAll(async () => {
    await broker?.endAsync(true);
    await browser?.close();
    await courtyard?.close();
  });

  const turnTo = async (theme: Theme): Promise<void> => {
    if ((await page.locator("html").getAttribute("data-theme")) !== theme)
      await page.getByRole("button", { name: /^(Theme|明暗)/ }).click();
    await expect.poll(() => page.locator("html").getAttribute("data-theme"), slowly).toBe(theme);
    await page.waitForTimeout(500);
  };
  const selected = () => new URL(page.url()).searchParams.get("sel");
  /** The first of the demo's grid cells. */
  const gridCell = xingheGarden().gridCells[0]?.id ?? "";
  const active = () => page.evaluate(() => document.activeElement?.textContent ?? "");

  it("is grey while all is well, in both themes: no alarm colour, nothing saturated", async () => {
    await expectLink(page, /^Live$/);
    const strip = page.getByRole("region", { name: "Alert strip" });
    await expect.poll(() => strip.innerText(), slowly).toContain("No open alerts");
    await expect.poll(() => page.getByRole("application", { name: /plan/i }).count(), slowly).toBe(1);
    for (const theme of themes) {
      await turnTo(theme);
      await still(page, `n-${theme}`);
      const { chroma, like, pixels } = await coloursOf(page, colours(theme));
      expect(pixels).toBe(1600 * 900);
      expect({ theme, like }).toEqual({ theme, like: [0, 0, 0, 0] });
      expect(chroma).toBeLessThan(mostChroma);
    }
  });

  it("shows colour for an alarm, by its priority, and what flashes is a sign and never text", async () => {
    await say("call-1", { pressed: true });
    await expect
      .poll(async () => (await coloursOf(page, colours("light"))).like[0], slowly)
      .toBeGreaterThan(50);
    expect((await coloursOf(page)).chroma).toBeGreaterThan(mostChroma);
    await page.emulateMedia({ reducedMotion: "no-preference" });
    await page.keyboard.press("a");
    const flashing = () =>
      page.evaluate(() =>
        document
          .getAnimations()
          .filter((each) => each.effect?.getComputedTiming().iterations === Infinity)
          .map((each) => ((each.effect as KeyframeEffect).target as HTMLElement).textContent ?? "?"),
      );
    await expect.poll(async () => (await flashing()).length, slowly).toBeGreaterThan(0);
    for (const text of await flashing()) expect(text).not.toMatch(/[\p{L}\p{N}]/u);
    await page.emulateMedia({ reducedMotion: "reduce" });
  });

  it("finds, locates, acknowledges and shelves the alarm by keys alone", async () => {
    // Not even the plan is looked at.
    const hidden = await page.locator("canvas").evaluateAll((all) => {
      for (const canvas of all) if (canvas instanceof HTMLElement) canvas.style.visibility = "hidden";
      return all.length;
    });
    expect(hidden).toBeGreaterThan(0);
    await page.keyboard.press("a");
    const list = page.getByRole("listbox", { name: "Alarms", exact: true });
    await list.waitFor({ timeout: slowly.timeout });
    await page.keyboard.press("Home");
    await page.keyboard.press("Enter");
    await expect.poll(selected, slowly).toBe("device:call-1");
    const card = page.getByRole("region", { name: "Selection" });
    // Where it is: said in words.
    await card
      .getByText(/A-3 · Floor 5/)
      .first()
      .waitFor({ timeout: slowly.timeout });
    /** Tab until a button of these words has the focus. */
    const tabTo = async (words: RegExp): Promise<void> => {
      for (let step = 0; step < 80 && !words.test(await active()); step += 1)
        await page.keyboard.press("Tab");
      expect(await active()).toMatch(words);
    };
    await card.focus();
    await tabTo(/^Acknowledge$/);
    await page.keyboard.press("Enter");
    await card.getByText(/Acknowledged by Operator/).waitFor({ timeout: slowly.timeout });
    await tabTo(/^Shelve…$/);
    await page.keyboard.press("Enter");
    await page.keyboard.type("Glass broken, repair on its way");
    await page.keyboard.press("Enter");
    await card.getByText(/Shelved by Operator/).waitFor({ timeout: slowly.timeout });
    await expect
      .poll(() => page.getByRole("button", { name: /withdrawn/ }).innerText(), slowly)
      .toContain("1 withdrawn");
    const told = await visit.context.request.get(`${courtyard.url}/api/v1/alarms`);
    const { alarms } = (await told.json()) as { alarms: { state: string; alarm: { device: string } }[] };
    expect(alarms.map(({ state, alarm }) => [alarm.device, state])).toContainEqual(["call-1", "shelved"]);
  });

  it("satisfies axe on every page, in both themes and languages", async () => {
    for (const query of [
      "sel=device:call-1",
      "sel=device:call-1&page=diagnosis",
      "sel=building::A-3&page=alarms",
      `sel=cell:${gridCell}&page=measures`,
    ]) {
      await page.goto(`${courtyard.url}/?pic=plan&${query}`, { waitUntil: "domcontentloaded" });
      await expectLink(page, /^Live$/);
      for (const [language, theme] of looks) {
        await page.getByLabel(/^(Language|语言)$/).selectOption(language);
        await turnTo(theme);
        const found = async () => ({ query, language, theme, faults: await axeFaults(page) });
        await expect.poll(found, slowly).toEqual({ query, language, theme, faults: [] });
      }
    }
    expect(visit.faults).toEqual([]);
  });
});
