import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser, type JourneyBrowser } from "./browser.ts";
import { startCourtyard, type Courtyard } from "./courtyard.ts";
import { slowly } from "./desk-signs.ts";
import { anonymousClient, pointsOf, signIn } from "./point-reader.ts";

const device = "zigbee2mqtt:Cellar climate";

describe("an administrator and a device nobody knows", { timeout: 240_000 }, () => {
  let courtyard: Courtyard;
  let browser: JourneyBrowser;
  beforeAll(async () => {
    courtyard = await startCourtyard({ args: ["--simulator", "off"] });
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await courtyard?.close();
  });

  const says = async (temperature: number): Promise<void> => {
    const client = await anonymousClient(courtyard.mqttPort);
    const message = JSON.stringify({ temperature, linkquality: 120 });
    await client.publishAsync("zigbee2mqtt/Cellar climate", message, { qos: 1 });
    await client.endAsync();
  };
  const axe = async (page: Page): Promise<unknown[]> => {
    const { violations } = await new AxeBuilder({ page }).exclude("canvas").analyze();
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  };

  it("say what it is, where it is and who may see it; it is known from then on, and warns", async () => {
    await says(12.5);
    const publicCookie = await signIn(courtyard.links.public);
    const values = async () => {
      const points = await pointsOf(courtyard.url, publicCookie, `device=${encodeURIComponent(device)}`);
      return points.map(({ value }) => value);
    };
    const { page, faults } = await browser.visit(courtyard.links.administrator, {
      locale: "en",
      viewport: "smallDesk",
    });
    await page.getByRole("button", { name: "Map devices…" }).click();
    await page.getByRole("button", { name: /Cellar climate/ }).focus();
    await page.keyboard.press("Enter");
    await page.getByText("Would become Cellar climate with 1 points").waitFor(slowly);
    expect(await page.content()).not.toContain("12.5");
    expect(await axe(page)).toEqual([]);

    // Of no catalogue kind, so that it may be shown to everybody.
    await page.getByLabel("Kind", { exact: true }).selectOption({ label: "A kind beyond the catalogue…" });
    await page.getByLabel("Name of the kind").fill("cellar_sensor");
    await page.getByRole("button", { name: "Choose on the model" }).click();
    await page.locator(".mapping-model .scene-pane").waitFor();
    await page
      .getByRole("option", { name: /^A-2/ })
      .or(page.getByText("A-2", { exact: true }))
      .first()
      .click();
    await expect
      .poll(() => page.getByLabel("Building", { exact: true }).inputValue(), slowly)
      .toMatch(/A-2$/);
    expect(await page.getByLabel("East (m)").inputValue()).not.toBe("");
    await page.getByRole("button", { name: "Fold the model away" }).click();

    await page.getByLabel(/^Who may see it/).selectOption("public");
    await page.getByText(/^Conversion, range and alarms/).click();
    await page.getByLabel("Label in English").fill("Cellar");
    await page.getByRole("button", { name: "Add an alarm rule" }).click();
    await page.getByLabel("Limit *").fill("30");
    await page.getByLabel("Deadband").fill("2");
    expect(await axe(page)).toEqual([]);
    await page.getByRole("button", { name: "Dark" }).click();
    expect(await axe(page)).toEqual([]);
    await page.getByRole("button", { name: "Save the mapping" }).click();
    await page.getByText("Saved: what this device says becomes readings now.").waitFor(slowly);

    // What waited was taken in.
    await expect.poll(values, slowly).toEqual([12.5]);
    await says(31);
    await expect.poll(values, slowly).toEqual([31]);
    await page.getByText("mapped", { exact: true }).waitFor(slowly);
    expect(faults).toEqual([]);
  });
});
