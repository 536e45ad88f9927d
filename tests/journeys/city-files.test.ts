import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { projectRoot } from "../project-root.ts";
import { describeWithSharedData } from "../shared-data.ts";
import { openBrowser, type JourneyBrowser } from "./browser.ts";
import { startCourtyard } from "./courtyard.ts";
import { expectLink, expectPicture, slowly } from "./desk-signs.ts";
import { communityOf } from "./point-reader.ts";

/** How many buildings the folder's own page says a file has. */
function buildingsStated(file: string): number {
  const page = readFileSync(join(dirname(file), "README.md"), "utf8");
  const row = page.split("\n").find((line) => line.startsWith(`| \`${basename(file)}\``));
  return Number(/(\d+) Building\b/.exec(row ?? "")?.[1]);
}

const files = ["delft.city.json", "rotterdam-delfshaven-lod2-textured.city.json", "zurich-lod2.city.json"];

describe("city models", { timeout: 240_000 }, () => {
  let browser: JourneyBrowser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());

  for (const name of files)
    describeWithSharedData(name, `city-3d/${name}`, (file) => {
      it("is all there, drawn, and says what is not measured", async () => {
        const courtyard = await startCourtyard({ args: ["--community", file] });
        try {
          const { counts } = await communityOf(courtyard.url);
          expect(counts.buildings).toBe(buildingsStated(file));
          const stage = await browser.visit(courtyard.links.presenter, { viewport: "small", locale: "en" });
          await expectLink(stage.page, /^Live$/);
          await expectPicture(stage.page);
          expect(stage.faults).toEqual([]);
          await stage.context.close();
          const link = `${courtyard.url}/?overlay=energy`;
          const open = await browser.visit(link, { viewport: "small", locale: "en" });
          await open.page
            .getByText(/not measured/i)
            .first()
            .waitFor({ timeout: slowly.timeout });
          expect(open.faults).toEqual([]);
          await open.context.close();
        } finally {
          await courtyard.close();
        }
      });
    });

  describeWithSharedData("a file cut short", "city-3d/quirk/truncated.city.json", (file) => {
    it("is refused with one sentence", () => {
      const args = ["--import", "tsx", "server/main.ts", "--port", "0", "--mqtt-port", "0"];
      const data = join("/tmp", `courtyard-never-${process.pid}`);
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        [...args, "--data", data, "--community", file],
        { cwd: projectRoot, encoding: "utf8", timeout: 60_000 },
      );
      expect(status).toBe(2);
      expect(stdout).toBe("");
      expect(stderr.trim().split("\n")).toHaveLength(1);
      expect(stderr).toContain("truncated.city.json");
    });
  });
});
