import type { MqttClient } from "mqtt";
import { afterAll, beforeAll, expect, it, describe } from "vitest";
import { openBrowser, type JourneyBrowser } from "./browser.ts";
import { startCourtyard, type Courtyard } from "./courtyard.ts";
import { expectLink, slowly } from "./desk-signs.ts";
import { anonymousClient, communityOf, pointsOf } from "./point-reader.ts";

/** A heat meter of the demo, which itself speaks only every quarter of an hour. */
const device = "XH-E-1-U1-heat-01";

describe("a value on its way", { timeout: 300_000 }, () => {
  let courtyard: Courtyard;
  let browser: JourneyBrowser;
  let meter: MqttClient;

  beforeAll(async () => {
    [courtyard, browser] = await Promise.all([startCourtyard({ args: ["--scale", "0.02"] }), openBrowser()]);
    meter = await anonymousClient(courtyard.mqttPort);
  });
  afterAll(async () => {
    await meter?.endAsync(true);
    await browser?.close();
    await courtyard?.close();
  });

  it("changes on the screen, is called old when the network is cut, and is right again after", async () => {
    const { id } = await communityOf(courtyard.url);
    const report = (degrees: number) =>
      meter.publishAsync(`courtyard/${id}/${device}/return`, String(degrees), { qos: 1 });
    const { page, context } = await browser.visit(courtyard.links.operator, {
      viewport: "small",
      locale: "en",
    });
    await expectLink(page, /^Live$/);
    await page.getByLabel("Filter", { exact: true }).fill(device);
    await page.getByRole("listbox", { name: "Devices" }).getByRole("option").first().click(slowly);
    const card = page.getByRole("region", { name: "Selection" });
    const named = page.getByRole("rowheader", { name: "Return", exact: true });
    const row = card.getByRole("row").filter({ has: named });
    await row.waitFor({ timeout: slowly.timeout });

    await report(31.2);
    await expect.poll(() => row.innerText(), slowly).toContain("31.2");
    await report(42.3);
    await expect.poll(() => row.innerText(), slowly).toContain("42.3");

    await context.setOffline(true);
    await expectLink(page, /No fresh data|Reconnecting/);
    await report(53.4);
    expect(await row.innerText()).toContain("42.3");

    await context.setOffline(false);
    await expectLink(page, /^Live$/);
    const cookies = await context.cookies();
    const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
    const agrees = async (): Promise<boolean> => {
      const points = await pointsOf(courtyard.url, cookie, `device=${device}`);
      const value = Number(points.find(({ property }) => property === "return")?.value);
      return value !== 42.3 && (await row.innerText()).includes(value.toFixed(1));
    };
    await expect.poll(agrees, slowly).toBe(true);
    await context.close();
  });
});
