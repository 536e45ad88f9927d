import { AxeBuilder } from "@axe-core/playwright";
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { describeWithSharedData } from "../shared-data.ts";
import { openBrowser, type JourneyBrowser } from "./browser.ts";
import { startCourtyard, type Courtyard } from "./courtyard.ts";
import { slowly } from "./desk-signs.ts";

describeWithSharedData("another community, handed in", "city-3d/delft.city.json", (file) => {
  let browser: JourneyBrowser;
  let courtyard: Courtyard;
  beforeAll(async () => {
    [browser, courtyard] = await Promise.all([
      openBrowser(),
      startCourtyard({ args: ["--simulator", "off"] }),
    ]);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await courtyard?.close();
  });

  it("is refused with a sentence when it is bad, and takes over on every open page when it is good", {
    timeout: 240_000,
  }, async () => {
    const { page } = await browser.visit(courtyard.links.administrator, { locale: "en" });
    const other = await browser.visit(courtyard.links.auditor, { viewport: "small", locale: "en" });
    const panel = page.getByRole("region", { name: "Another community" });
    const choose = panel.getByLabel(/Drop a file here/);
    await choose.waitFor(slowly);
    await vi.waitUntil(() => other.page.title().then((title) => title.includes("Courtyard")), slowly);

    const bytes = readFileSync(file);
    await choose.setInputFiles({
      name: "delft.city.json",
      mimeType: "application/json",
      buffer: bytes.subarray(0, 100_000),
    });
    await panel.getByRole("button", { name: "Replace the community" }).press("Enter");
    await panel
      .getByText(/Refused, nothing has changed: line \d+, column \d+: the JSON ends here/)
      .waitFor(slowly);
    const found = await new AxeBuilder({ page }).include(".community-file").analyze();
    expect(found.violations.map(({ id }) => id)).toEqual([]);

    await panel.getByRole("button", { name: "Choose another" }).press("Enter");
    await choose.setInputFiles(file);
    await panel.getByRole("button", { name: "Replace the community" }).press("Enter");
    for (const each of [page, other.page])
      await vi.waitUntil(() => each.title().then((title) => /delft/i.test(title)), slowly);
    await panel.getByText(/What stands was uploaded: delft\.city\.json \(1\.5 MB/).waitFor(slowly);
    await panel.getByRole("button", { name: "Put back the one from the start" }).press("Enter");
    await vi.waitUntil(() => other.page.title().then((title) => !/delft/i.test(title)), slowly);
  });
});
