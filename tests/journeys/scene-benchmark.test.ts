import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Child } from "../../benchmarks/processes/child.ts";
import { operatorsDesk } from "../../benchmarks/scene/contender.ts";
import type { Opened, SceneServer } from "../../benchmarks/scene/server.ts";
import { measure } from "../../benchmarks/scene/trial.ts";

const lengths = { idleMs: 200, updates: 4, seldom: 2, frames: 3, withinMs: 230_000 };
const devices = 200;

describe("the scene benchmark's own contender", () => {
  const server = new Child<SceneServer>(new URL("../../benchmarks/scene/server.ts", import.meta.url));
  let opened: Opened;

  beforeAll(async () => {
    opened = await server.ask("open", devices, null);
  });
  afterAll(async () => {
    await server.ask("close");
    server.stop();
  });

  it("is the real desk: it shows what the devices said, in few draws, and its names go when told to", async () => {
    const desk = operatorsDesk(opened);
    let named = "";
    const figures = await measure(
      {
        ...desk,
        async showLabels(page, shown) {
          await desk.showLabels?.(page, shown);
          named = shown ? "asked" : "dismissed";
          await expect
            .poll(() => new URL(page.url()).searchParams.get("layers")?.includes("labels") ?? true)
            .toBe(shown);
        },
      },
      server,
      devices,
      lengths,
    );
    expect(named).toBe("dismissed");
    const { update, orbit, heldBytes } = figures!;
    expect(update.scriptMs).toBeGreaterThan(0);
    expect(orbit.draws).toBeGreaterThan(3);
    expect(orbit.draws).toBeLessThanOrEqual(20);
    expect(orbit.bytes).toBe(0);
    expect(heldBytes).toBeGreaterThan(1e6);
  }, 240_000);
});
