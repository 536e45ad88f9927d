import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser, type JourneyBrowser } from "./browser.ts";
import { startCourtyard, type Courtyard } from "./courtyard.ts";
import { expectLink, expectPicture, slowly } from "./desk-signs.ts";
import { held, keepLedger, withoutWebGl, type GraphicsHeld } from "./graphics-ledger.ts";

const interrupted = (page: Page) => page.getByText("三维画面中断，正在恢复…");
/** A scene was drawn: what it is made of is on the graphics. */
const expectDrawn = (page: Page) =>
  expect
    .poll(() => held(page), slowly)
    .toSatisfy(
      ({ contexts, buffers, programs }: GraphicsHeld) => contexts === 1 && buffers > 5 && programs > 5,
    );
/**
 * What a scene holds once all its layers have been drawn: the same for so long that what devices of a server that has
 * just begun say has come too, for some layers begin with it.
 */
async function settled(page: Page): Promise<GraphicsHeld> {
  let before = await held(page);
  for (let same = 0; same < 8; ) {
    await page.waitForTimeout(2000);
    const now = await held(page);
    same = now.buffers === before.buffers && now.programs === before.programs ? same + 1 : 0;
    before = now;
  }
  return before;
}
const selected = (page: Page) => new URL(page.url()).searchParams.get("sel");

/** Chooses in the list by keyboard alone, reads the card, lets go again. */
async function expectListWorks(page: Page): Promise<void> {
  await page.keyboard.press("b");
  const list = page.getByRole("listbox", { name: "建筑" });
  await list.waitFor({ timeout: slowly.timeout });
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await expect.poll(() => selected(page), slowly).toMatch(/^building:/);
  const card = page.getByRole("region", { name: "所选对象" });
  await expect.poll(() => card.getByRole("heading", { level: 2 }).count(), slowly).toBe(1);
  expect(await list.getByRole("option", { selected: true }).count()).toBe(1);
  await page.keyboard.press("Escape");
  await expect.poll(() => selected(page), slowly).toBeNull();
}

const plan = (page: Page) => page.getByRole("application", { name: "社区平面图" });
/** Metres east, north and up of what is looked at, and from how far, as the link says. */
const lookedAt = (page: Page) => (new URL(page.url()).searchParams.get("cam") ?? "").split(",").map(Number);
const picture = (page: Page) => new URL(page.url()).searchParams.get("pic");

/** What is chosen in the list is brought into the plan's middle, is picked there by hand, and stays while `m` turns. */
async function expectPlanWorks(page: Page): Promise<void> {
  await plan(page).hover({ timeout: slowly.timeout });
  for (let turn = 0; turn < 12; turn += 1) await page.mouse.wheel(0, -200);
  await expect.poll(() => lookedAt(page)[3] ?? Infinity, slowly).toBeLessThan(40);
  const [east] = lookedAt(page);
  await page.keyboard.press("d");
  await page.keyboard.press("/");
  await page.keyboard.type("垃圾分类站");
  const rows = page.getByRole("listbox", { name: "设备" }).getByRole("option");
  await expect.poll(() => rows.count(), slowly).toBeLessThan(20);
  await rows.first().click({ timeout: slowly.timeout });
  await expect.poll(() => selected(page), slowly).toMatch(/^device:/);
  const device = selected(page);
  await expect.poll(() => lookedAt(page)[0], slowly).not.toBe(east);
  await page.keyboard.press("Escape");
  await expect.poll(() => selected(page), slowly).toBeNull();
  await page.keyboard.press("m");
  await expect.poll(() => picture(page), slowly).toBe("plan");
  expect(await page.getByRole("alert").count()).toBe(0);
  // In its middle, where the plan has gone.
  await plan(page).click({ timeout: slowly.timeout });
  await expect.poll(() => selected(page), slowly).toBe(device);
  await page.keyboard.press("m");
  await expect.poll(() => picture(page), slowly).toBeNull();
  expect(selected(page)).toBe(device);
  await page.keyboard.press("/");
  await page.keyboard.press("Control+A");
  await page.keyboard.press("Delete");
  await plan(page).focus();
  await page.keyboard.press("Escape");
  await expect.poll(() => selected(page), slowly).toBeNull();
}

/** By page, end and name; the active row is always there, however far one scrolls and in whatever order. */
async function expectRowsKept(page: Page): Promise<void> {
  await page.keyboard.press("d");
  const list = page.getByRole("listbox", { name: "设备" });
  await list.waitFor({ timeout: slowly.timeout });
  /** What is active: its number in the list and its first words. Throws when nothing of that name is there. */
  const active = () =>
    list.evaluate((box) => {
      const row = document.getElementById(box.getAttribute("aria-activedescendant") ?? "");
      if (row === null) throw new Error("what is active is not there");
      const name = row.querySelector(".row-name")?.textContent ?? "";
      return { at: Number(row.getAttribute("aria-posinset")), of: Number(row.ariaSetSize), name };
    });
  // Devices still introduce themselves; a key is pressed again where they came between.
  const after = async (key: string) => {
    await page.keyboard.press(key);
    const { at, of } = await active();
    return { at, left: of - at };
  };
  await expect.poll(async () => (await active()).of, slowly).toBeGreaterThan(100);
  await list.focus();
  await expect.poll(() => after("End"), slowly).toMatchObject({ left: 0 });
  await expect.poll(async () => (await after("PageUp")).left, slowly).toBeGreaterThan(1);
  await expect.poll(() => after("Home"), slowly).toMatchObject({ at: 1 });
  await page.keyboard.type("C2-", { delay: 20 });
  await expect.poll(async () => (await active()).name, slowly).toMatch(/^C2-/);
  // Scrolled far away by wheel, and put in another order: still the same row.
  const { name } = await active();
  await list.evaluate((box) => box.scrollTo(0, box.scrollHeight));
  await expect.poll(() => list.evaluate((box) => box.scrollTop), slowly).toBeGreaterThan(2000);
  expect((await active()).name).toBe(name);
  for (const order of ["place", "age", "name"]) {
    await page.getByLabel("排序").selectOption(order, { timeout: slowly.timeout });
    await expect.poll(async () => (await active()).name, slowly).toBe(name);
  }
  await page.getByLabel("排序").selectOption("state", { timeout: slowly.timeout });
}

/** A value of the list is another after a while: the twin goes on without a picture. */
async function expectValuesMove(page: Page): Promise<void> {
  await page.keyboard.press("d");
  const list = page.getByRole("listbox", { name: "设备" });
  await list.waitFor({ timeout: slowly.timeout });
  const before = await list.innerText();
  await expect.poll(() => list.innerText(), slowly).not.toBe(before);
  await expectLink(page, /^实时$/);
}

describe("F37 graphics that fail", { timeout: 300_000 }, () => {
  let courtyard: Courtyard;
  let browser: JourneyBrowser;
  beforeAll(async () => {
    [courtyard, browser] = await Promise.all([startCourtyard({ args: ["--scale", "0.02"] }), openBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await courtyard?.close();
  });

  it("are said to be lost, and when they come back everything is drawn again and nothing twice", async () => {
    const { page, context, faults } = await browser.visit(courtyard.links.public, {
      viewport: "phone",
      prepare: async (fresh) => void (await keepLedger(fresh)),
    });
    await expectLink(page, /^实时$/);
    await expectDrawn(page);
    const before = await settled(page);
    await page.evaluate(() => window.graphics.lose());
    await interrupted(page).waitFor({ timeout: slowly.timeout });
    await page.evaluate(() => window.graphics.restore());
    await interrupted(page).waitFor({ state: "hidden", timeout: slowly.timeout });
    await expectPicture(page);
    await expect.poll(async () => (await held(page)).buffers, slowly).toBe(before.buffers);
    const after = await held(page);
    expect(after.contexts).toBe(1);
    expect(after.textures).toBeLessThanOrEqual(before.textures);
    expect(after.programs).toBe(before.programs);
    expect(await page.locator(".scene-view canvas").count()).toBe(2);
    await expectLink(page, /^实时$/);
    expect(faults).toEqual([]);
    await context.close();
  });

  it("leave the plan in their place when they stay away, and may be tried again", async () => {
    const { page, context, faults } = await browser.visit(courtyard.links.supervisor, {
      viewport: "phone",
      prepare: async (fresh) => void (await keepLedger(fresh)),
    });
    await expectLink(page, /^实时$/);
    await expectDrawn(page);
    await page.evaluate(() => window.graphics.lose());
    const told = page.getByRole("alert").filter({ hasText: "三维画面已丢失" });
    await told.waitFor({ timeout: slowly.timeout });
    await plan(page).waitFor({ timeout: slowly.timeout });
    await expectListWorks(page);
    await expectValuesMove(page);
    await page.getByLabel("语言").selectOption("en", { timeout: slowly.timeout });
    await page.getByRole("alert").filter({ hasText: "The 3D picture is lost" }).waitFor();
    await page.getByRole("button", { name: "Open the 3D scene again" }).click({ timeout: slowly.timeout });
    await expectDrawn(page);
    expect(await page.getByRole("alert").filter({ hasText: "The 3D picture is lost" }).count()).toBe(0);
    expect(faults).toEqual([]);
    await context.close();
  });

  it("need not be there at all: list and plan do everything from the start", async () => {
    const { page, context, faults } = await browser.visit(courtyard.links.operator, {
      viewport: "small",
      prepare: async (fresh) => void (await withoutWebGl(fresh)),
    });
    await page.getByRole("alert").filter({ hasText: "此浏览器无法显示三维场景" }).waitFor();
    await expectLink(page, /^实时$/);
    await expectPlanWorks(page);
    await expectListWorks(page);
    await expectRowsKept(page);
    await expectValuesMove(page);
    expect(faults).toEqual([]);
    await context.close();
  });
});
