import { AxeBuilder } from "@axe-core/playwright";
import type { MqttClient } from "mqtt";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser, type JourneyBrowser } from "./browser.ts";
import { startCourtyard, type Courtyard } from "./courtyard.ts";
import { expectLink, slowly } from "./desk-signs.ts";
import { anonymousClient, pointsOf } from "./point-reader.ts";

const name = "Attic north";
const device = `zigbee2mqtt:${name}`;

describe("a device nobody knows", { timeout: 300_000 }, () => {
  let courtyard: Courtyard;
  let browser: JourneyBrowser;
  let sensor: MqttClient;

  beforeAll(async () => {
    [courtyard, browser] = await Promise.all([
      startCourtyard({ args: ["--simulator", "off"] }),
      openBrowser(),
    ]);
    sensor = await anonymousClient(courtyard.mqttPort);
  }, 120_000);
  afterAll(async () => {
    await sensor?.endAsync(true);
    await browser?.close();
    await courtyard?.close();
  });

  it("waits in the tray, is mapped by an administrator, and its next message is a live value", async () => {
    const say = (message: object) =>
      sensor.publishAsync(`zigbee2mqtt/${name}`, JSON.stringify(message), { qos: 1 });
    await say({ temperature: 21.4, linkquality: 87 });
    const { page, context, faults } = await browser.visit(courtyard.links.administrator, {
      viewport: "small",
      locale: "en",
    });
    await expectLink(page, /^Live$/);
    const tray = page.getByRole("region", { name: "Tray" }).first();
    await tray.getByRole("row").filter({ hasText: device }).waitFor(slowly);
    expect(await tray.innerText()).not.toContain("21.4");

    await page.getByRole("button", { name: "Map devices…" }).press("Enter");
    const mapping = page.getByRole("main", { name: "Foreign devices and their mapping" });
    await mapping.getByRole("button", { name: new RegExp(`${name}.*waits`) }).press("Enter");
    await mapping.getByLabel("Name in English").fill("Attic sensor");
    await mapping.getByLabel("Kind", { exact: true }).selectOption({ label: "A kind beyond the catalogue…" });
    const buildings = mapping.getByLabel("Building", { exact: true });
    const building = await buildings.locator("option").nth(1).getAttribute("value");
    await buildings.selectOption(building);
    await mapping.getByLabel("Storey (1 is the ground floor)").fill("2");
    await mapping.getByLabel("Becomes /temperature").selectOption({ label: "Point" });
    await mapping.getByLabel("Unit · /temperature").selectOption("°C");
    await mapping.getByLabel("Who may see it · /temperature").selectOption({ label: "everybody" });
    await mapping.getByLabel("Becomes /linkquality").selectOption({ label: "Left out" });
    await mapping.getByText("Would become Attic sensor · points: 1").waitFor(slowly);
    for (const theme of ["Dark", "Light"]) {
      await page.getByRole("button", { name: `Theme: ${theme}` }).press("Enter");
      const found = await new AxeBuilder({ page }).include(".mapping-page").analyze();
      expect(found.violations.map(({ id }) => id)).toEqual([]);
    }
    await mapping.getByRole("button", { name: "Save the mapping" }).press("Enter");
    await mapping.getByText("Saved: what this device says becomes readings now.").waitFor(slowly);
    await mapping.getByRole("button", { name: new RegExp(`${name}.*mapped`) }).waitFor(slowly);

    // What waited is there, of its time; what comes now is live.
    const seen = async () => (await pointsOf(courtyard.url, "", `device=${encodeURIComponent(device)}`))[0];
    await expect.poll(seen, slowly).toMatchObject({ property: "temperature", value: 21.4, quality: "stale" });
    await say({ temperature: 22.6, linkquality: 90 });
    await expect.poll(seen, slowly).toMatchObject({ value: 22.6, quality: "good" });

    await mapping.getByRole("button", { name: "Back" }).press("Enter");
    expect(await tray.getByRole("row").filter({ hasText: device }).count()).toBe(0);
    await page.getByLabel("Filter", { exact: true }).fill("Attic sensor");
    const list = page.getByRole("listbox", { name: "Devices" });
    await expect.poll(() => list.getByRole("option").count(), slowly).toBe(1);
    await list.press("Home");
    await list.press("Enter");
    const card = page.getByRole("region", { name: "Selection" });
    await expect.poll(() => card.innerText(), slowly).toMatch(/22\.60?\s*°C/);
    await say({ temperature: 23.1 });
    await expect.poll(() => card.innerText(), slowly).toMatch(/23\.10?\s*°C/);
    expect(faults).toEqual([]);
    await context.close();
  });
});
