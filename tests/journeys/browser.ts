import { chromium, type BrowserContext, type Page } from "playwright-core";
import { findChromium, noChromium } from "../../.setup/find-chromium.js";

const flags = [
  "--headless=new",
  "--no-sandbox",
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
  "--ignore-gpu-blocklist",
  // As a browser chooses by itself without graphics hardware: pages and 2D canvases are painted by the processor.
  "--disable-accelerated-2d-canvas",
  "--disable-gpu-rasterization",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export const viewports = {
  desk: { width: 1600, height: 900 },
  smallDesk: { width: 1280, height: 720 },
  /** As small as a control room fits: software draws each pixel by hand. */
  small: { width: 900, height: 600 },
  phone: { width: 390, height: 844 },
} as const;

export interface Visit {
  readonly page: Page;
  /** One person's cookies and storage; `newPage` opens another tab of theirs. */
  readonly context: BrowserContext;
  /** What the console called an error and what was thrown, in order. */
  readonly faults: readonly string[];
}

export interface VisitOptions {
  readonly viewport?: keyof typeof viewports;
  readonly locale?: string;
  /** Whether the person has asked for less motion, as journeys do that are not about motion. */
  readonly reducedMotion?: "reduce" | "no-preference";
  /** Done to the person's browser before the first page opens. */
  readonly prepare?: (context: BrowserContext) => Promise<void>;
}

export interface JourneyBrowser {
  /** A person who has never been here opens the address. */
  visit(url: string, options?: VisitOptions): Promise<Visit>;
  close(): Promise<void>;
}

/** Starts Chromium, drawing in software, with a profile that is thrown away at the end. */
export async function openBrowser(): Promise<JourneyBrowser> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error(noChromium);
  const browser = await chromium.launch({ executablePath, args: flags, timeout: 60_000 });
  return {
    async visit(url, { viewport = "desk", locale = "zh-CN", reducedMotion = "reduce", prepare } = {}) {
      const context = await browser.newContext({
        viewport: viewports[viewport],
        locale,
        reducedMotion,
      });
      context.setDefaultTimeout(60_000);
      const faults: string[] = [];
      context.on("console", (message) => {
        if (message.type() === "error") faults.push(message.text());
      });
      context.on("weberror", (fault) => faults.push(String(fault.error())));
      await prepare?.(context);
      const page = await context.newPage();
      await page.goto(url, { waitUntil: "domcontentloaded" });
      return { page, context, faults };
    },
    close: () => browser.close(),
  };
}
