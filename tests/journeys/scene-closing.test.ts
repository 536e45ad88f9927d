import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import react from "@vitejs/plugin-react";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { projectRoot } from "../project-root.ts";
import { openBrowser, type JourneyBrowser } from "./browser.ts";
import { slowly } from "./desk-signs.ts";
import { held, keepLedger } from "./graphics-ledger.ts";

const typeOf = (path: string): string => (path.endsWith(".html") ? "text/html" : "text/javascript");
const stand = "tests/journeys/scene-stand/index.html";

describe("a scene without a desk around it", { timeout: 300_000 }, () => {
  let folder: string;
  let server: Server;
  let browser: JourneyBrowser;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "courtyard-stand-"));
    await build({
      configFile: false,
      root: projectRoot,
      logLevel: "error",
      plugins: [react()],
      build: {
        outDir: folder,
        minify: false,
        rolldownOptions: { input: join(projectRoot, stand) },
        chunkSizeWarningLimit: 8000,
      },
    });
    server = createServer((request, response) => {
      const path = new URL(request.url ?? "/", "http://stand").pathname;
      void readFile(join(folder, path)).then(
        (file) => response.setHeader("content-type", typeOf(path)).end(file),
        () => response.writeHead(404).end(),
      );
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    server?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it("gives back every buffer, every picture and the graphics themselves, each of five times", async () => {
    const { port } = server.address() as AddressInfo;
    const { page, context, faults } = await browser.visit(`http://127.0.0.1:${port}/${stand}`, {
      viewport: "phone",
      prepare: async (fresh) => void (await keepLedger(fresh)),
    });
    await page.waitForFunction(() => "stand" in window);
    const open: number[] = [];
    for (let time = 0; time < 5; time++) {
      await page.evaluate(() => window.stand.open());
      const busy = await held(page);
      expect(busy.contexts).toBe(1);
      expect(busy.textures).toBeGreaterThan(5);
      open.push(busy.buffers);
      // What is left the moment it is closed, before the graphics are let go and take the rest with them.
      const left = await page.evaluate(() => {
        window.stand.close();
        return window.graphics.held();
      });
      expect(left).toMatchObject({ buffers: 0, vertexArrays: 0 });
      await expect.poll(async () => (await held(page)).contexts, slowly).toBe(0);
      expect(await page.locator("canvas").count()).toBe(0);
    }
    expect(open[0]).toBeGreaterThan(5);
    expect(new Set(open).size).toBe(1);
    expect(faults).toEqual([]);
    await context.close();
  });

  it("fills its place again when that has grown, picture and names alike", async () => {
    const { port } = server.address() as AddressInfo;
    const { page, context } = await browser.visit(`http://127.0.0.1:${port}/${stand}`, { viewport: "phone" });
    await page.waitForFunction(() => "stand" in window);
    await page.evaluate(() => window.stand.open());
    await page.evaluate(() => {
      document.querySelector<HTMLElement>("#place")!.style.width = "345px";
    });
    const sizes = () =>
      page.evaluate(() =>
        [...document.querySelectorAll(".scene-view, .scene-view canvas")].map(
          ({ clientWidth, clientHeight }) => `${clientWidth} × ${clientHeight}`,
        ),
      );
    await expect.poll(async () => new Set(await sizes()).size, slowly).toBe(1);
    expect(await sizes()).toHaveLength(3);
    expect((await sizes())[0]).toBe("345 × 200");
    await context.close();
  });
});
