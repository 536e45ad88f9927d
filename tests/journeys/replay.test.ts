import { spawn } from "node:child_process";
import { afterAll, beforeAll, expect, it } from "vitest";
import { projectRoot } from "../project-root.ts";
import { describeWithSharedData } from "../shared-data.ts";
import { startCourtyard, type Courtyard } from "./courtyard.ts";
import { slowly } from "./desk-signs.ts";
import { pointsOf, signIn } from "./point-reader.ts";

const recording = "telemetry/community-fontana-phase1/Building_1.csv";

describeWithSharedData("a recorded home", recording, (file) => {
  let courtyard: Courtyard;
  beforeAll(async () => {
    courtyard = await startCourtyard({ args: ["--simulator", "off"] });
  });
  afterAll(() => courtyard?.close());

  it("speaks for a building as RECORDED, while it plays", async () => {
    const cookie = await signIn(courtyard.links.operator);
    const options = [file, "--building", "B-5", "--speed", "3600", "--data", courtyard.dataFolder];
    const player = spawn(process.execPath, ["--import", "tsx", "server/replay/main.ts", ...options], {
      cwd: projectRoot,
      stdio: "ignore",
    });
    const ended = new Promise<number | null>((resolve) => player.once("exit", resolve));
    try {
      const spoken = async () => {
        const points = await pointsOf(courtyard.url, cookie, "building=B-5");
        return points.filter(({ value, origin }) => value !== null && origin === "recorded").length;
      };
      await expect.poll(spoken, slowly).toBeGreaterThan(0);
    } finally {
      player.kill("SIGTERM");
    }
    expect(await ended).toBe(0);
  });
});
