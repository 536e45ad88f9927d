import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { AxeBuilder } from "@axe-core/playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser, viewports, type JourneyBrowser } from "./browser.ts";

const body = `<!doctype html><html lang="en"><title>Yard</title><main><h1>Yard</h1><canvas></canvas></main><script>
  localStorage.visits = Number(localStorage.visits ?? 0) + 1;
  if (location.hash === "#faulty") { console.error("a fault"); setTimeout(() => { throw new Error("thrown"); }); }
</script></html>`;

describe("the browser of the journeys", () => {
  let browser: JourneyBrowser;
  let server: Server;
  let address: string;

  beforeAll(async () => {
    server = createServer((_, response) => response.setHeader("content-type", "text/html").end(body));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    browser = await openBrowser();
  });

  afterAll(async () => {
    await browser.close();
    server.close();
  });

  it("draws WebGL 2 at the size asked for", async () => {
    const { page, context, faults } = await browser.visit(address, { viewport: "phone" });
    const version = await page.evaluate(() => {
      const gl = document.querySelector("canvas")?.getContext("webgl2");
      return gl?.getParameter(gl.VERSION) as string | undefined;
    });
    expect(version).toContain("WebGL 2.0");
    expect(page.viewportSize()).toEqual(viewports.phone);
    expect(faults).toEqual([]);
    await context.close();
  });

  it("gives each visit a memory of its own", async () => {
    const first = await browser.visit(address);
    const second = await browser.visit(address);
    expect(await second.page.evaluate(() => localStorage["visits"] as string)).toBe("1");
    await Promise.all([first.context.close(), second.context.close()]);
  });

  it("collects what the console calls an error and what is thrown", async () => {
    const { page, context, faults } = await browser.visit(`${address}#faulty`);
    await expect.poll(() => faults).toEqual(["a fault", "Error: thrown"]);
    expect(await page.title()).toBe("Yard");
    await context.close();
  });

  it("lets accessibility be judged", async () => {
    const { page, context } = await browser.visit(address);
    const { violations, passes } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa"]).analyze();
    expect(violations).toEqual([]);
    expect(passes.length).toBeGreaterThan(0);
    await context.close();
  });
});
