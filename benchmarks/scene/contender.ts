import type { BrowserContext, Page } from "playwright-core";
import { ActivityByte, bytesPerDevice } from "../../client/replica/replica-view.ts";
import type { Opened } from "./server.ts";

declare global {
  interface Window {
    /** Turns the camera a little. */
    turnCamera?: () => void;
  }
}

/** A page that shows the devices, and how the benchmark speaks to it. */
export interface Contender {
  /** Where it is opened. */
  url(): string;
  /** Done to a browser that has never been there. */
  prepare(context: BrowserContext): Promise<void>;
  /** Done once its page has a picture with the devices in it. */
  ready(page: Page): Promise<void>;
  /**
   * An update is brought only once the last is drawn. For pages that would put several together when they are late,
   * and that do nothing while they wait.
   */
  readonly oneByOne: boolean;
  /** Names over the buildings, or none; null where there is no such thing. */
  readonly showLabels: ((page: Page, shown: boolean) => Promise<void>) | null;
  /** Gives its page `turnCamera`. */
  takeHold(page: Page): Promise<void>;
  /** Whether each device is shown at work (1) or not, from what it draws with. */
  shown(page: Page): Promise<readonly number[]>;
}

export const peerNames = ["naive React Three Fiber", "drei Instances", "deck.gl", "CesiumJS"] as const;
export type PeerName = (typeof peerNames)[number];
export type ContenderName = "ours" | PeerName;

const folders: Readonly<Record<PeerName, string>> = {
  "naive React Three Fiber": "naive",
  "drei Instances": "drei",
  "deck.gl": "deck",
  CesiumJS: "cesium",
};

const within = { timeout: 300_000 };

/** The real page, signed in as an operator; its link works once, so it keeps what the browser was given. */
export function operatorsDesk({ link }: Pick<Opened, "link">): Contender {
  let known: { readonly desk: string; readonly cookies: Parameters<BrowserContext["addCookies"]>[0] } | null =
    null;
  return {
    url: () => known?.desk ?? link,
    oneByOne: false,
    prepare: async (context) => {
      if (known) await context.addCookies(known.cookies);
    },
    async ready(page) {
      await page.waitForURL((url) => !url.pathname.startsWith("/enter"), within);
      known ??= { desk: page.url(), cookies: await page.context().cookies() };
      await page.waitForFunction(() => window.drawCounts.watched !== null, null, within);
    },
    async showLabels(page, shown) {
      await page.locator(".scene-tools button", { hasText: "Layers" }).click(within);
      const item = page.locator("[role^=menuitem]", { hasText: "Labels" });
      if ((await item.getAttribute("aria-checked")) !== String(shown)) await item.click(within);
      await page.keyboard.press("Escape");
    },
    takeHold: (page) =>
      page.evaluate(() => {
        const canvas = document.querySelector(".scene-view canvas");
        window.turnCamera = () =>
          canvas?.dispatchEvent(new KeyboardEvent("keydown", { key: "e", bubbles: true, cancelable: true }));
      }),
    shown: (page) =>
      page.evaluate(
        ([each, full]) => {
          const bytes = window.drawCounts.watched ?? new Uint8Array();
          return Array.from({ length: bytes.length / each }, (_, n) =>
            bytes[n * each + 3] === full ? 1 : 0,
          );
        },
        [bytesPerDevice, ActivityByte.full] as const,
      ),
  };
}

function peerPage(name: PeerName, { peersUrl }: Opened): Contender {
  return {
    url: () => `${String(peersUrl)}/${folders[name]}/`,
    prepare: () => Promise.resolve(),
    oneByOne: name === "naive React Three Fiber" || name === "drei Instances",
    async ready(page) {
      await page.waitForFunction(
        () => window.peer !== undefined && window.drawCounts.firstPictureMs !== null,
        null,
        within,
      );
    },
    showLabels:
      name === "naive React Three Fiber"
        ? null
        : (page, shown) => page.evaluate((asked) => window.peer?.labels?.(asked), shown),
    takeHold: (page) =>
      page.evaluate(() => {
        window.turnCamera = () => window.peer?.turn();
      }),
    shown: (page) => page.evaluate(() => window.peer?.shown() ?? []),
  };
}

/** Everybody who shows the devices of one server. */
export const contendersOf = (opened: Opened): ReadonlyMap<ContenderName, Contender> =>
  new Map<ContenderName, Contender>([
    ["ours", operatorsDesk(opened)],
    ...peerNames.map((name) => [name, peerPage(name, opened)] as const),
  ]);
