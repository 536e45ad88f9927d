import { afterAll, beforeAll, expect, it, describe } from "vitest";
import { openBrowser, type JourneyBrowser, type Visit } from "./browser.ts";
import { startCourtyard, type Courtyard } from "./courtyard.ts";
import { expectLink, expectPicture, slowly } from "./desk-signs.ts";

describe("the operator's hands", { timeout: 300_000 }, () => {
  let courtyard: Courtyard;
  let browser: JourneyBrowser;
  let visit: Visit;
  const selected = () => new URL(visit.page.url()).searchParams.get("sel");

  beforeAll(async () => {
    [courtyard, browser] = await Promise.all([startCourtyard({ args: ["--scale", "0.02"] }), openBrowser()]);
    visit = await browser.visit(courtyard.links.operator, { viewport: "small" });
  });
  afterAll(async () => {
    await browser?.close();
    await courtyard?.close();
  });

  it("select by keyboard alone; the address carries it, and a reload has it again", async () => {
    const { page } = visit;
    await expectLink(page, /^实时$/);
    await page.keyboard.press("b");
    const list = page.getByRole("listbox", { name: "建筑" });
    await list.waitFor({ timeout: slowly.timeout });
    await page.keyboard.press("/");
    await page.keyboard.type("B-");
    await expect.poll(() => list.getByRole("option").count(), slowly).toBeGreaterThan(1);
    // Out of the box, on to the list: one key per stop, as many as there are.
    const isInList = () => list.evaluate((box) => box === document.activeElement);
    for (let stop = 0; stop < 8 && !(await isInList()); stop += 1) await page.keyboard.press("Tab");
    expect(await isInList()).toBe(true);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect.poll(selected, slowly).toMatch(/^building::B-/);
    const before = selected();
    const heading = page.getByRole("region", { name: "所选对象" }).getByRole("heading", { level: 2 });
    const name = await heading.innerText();
    await page.reload({ waitUntil: "domcontentloaded" });
    await expectLink(page, /^实时$/);
    await expect.poll(() => heading.innerText({ timeout: slowly.timeout }), slowly).toBe(name);
    expect(selected()).toBe(before);
    await page.keyboard.press("Escape");
    await expect.poll(selected, slowly).toBeNull();
  });

  it("follow a link to a device: its row is in sight, however many came before it", async () => {
    const { page } = visit;
    await page.goto(`${courtyard.url}/?sel=device:XH-station-02`, { waitUntil: "domcontentloaded" });
    const list = page.getByRole("listbox", { name: "设备" });
    await list.waitFor({ timeout: slowly.timeout });
    const isInSight = () =>
      list.evaluate((box) => {
        const row = box.querySelector('[aria-selected="true"]')?.getBoundingClientRect();
        const { top, bottom } = box.getBoundingClientRect();
        return row !== undefined && row.top >= top && row.bottom <= bottom;
      });
    await expect
      .poll(async () => Number(await list.getByRole("option").first().getAttribute("aria-setsize")), slowly)
      .toBeGreaterThan(500);
    await expect.poll(isInSight, slowly).toBe(true);
    await page.keyboard.press("Escape");
    await expect.poll(selected, slowly).toBeNull();
  });

  it("pick in the scene what lies in its middle", async () => {
    const { page } = visit;
    await expectPicture(page);
    const canvas = page.locator("canvas").first();
    const box = (await canvas.boundingBox())!;
    const tries = [
      [0.5, 0.5],
      [0.45, 0.45],
      [0.55, 0.55],
      [0.5, 0.42],
    ] as const;
    for (const [right, down] of tries) {
      await page.mouse.click(box.x + box.width * right, box.y + box.height * down);
      const found = await expect
        .poll(selected, { timeout: 15_000, interval: 250 })
        .not.toBeNull()
        .then(
          () => true,
          () => false,
        );
      if (found) break;
    }
    expect(selected()).toMatch(/^(building|device|object):/);
    const card = page.getByRole("region", { name: "所选对象" });
    await expect.poll(() => card.getByRole("heading").count(), slowly).toBeGreaterThan(0);
    // The list it belongs to has come forward, and has it chosen.
    const chosen = page.getByRole("listbox").getByRole("option", { selected: true });
    await expect.poll(() => chosen.count(), slowly).toBe(1);
  });

  it("find the keys on a sheet, and another language without a reload", async () => {
    const { page, faults } = visit;
    await page.evaluate(() => {
      document.body.dataset["witness"] = "here";
    });
    await page.keyboard.press("?");
    const sheet = page.getByRole("dialog", { name: "键盘快捷键" });
    await sheet.waitFor({ timeout: slowly.timeout });
    await page.keyboard.press("Escape");
    await sheet.waitFor({ state: "hidden", timeout: slowly.timeout });
    await page.getByLabel("语言").selectOption("en", { timeout: slowly.timeout });
    await expectLink(page, /^Live$/);
    expect(await page.getByRole("heading", { level: 1 }).innerText()).toContain("Xinghe Garden");
    expect(await page.evaluate(() => document.documentElement.lang)).toBe("en");
    expect(await page.evaluate(() => document.body.dataset["witness"])).toBe("here");
    expect(faults).toEqual([]);
  });
});
