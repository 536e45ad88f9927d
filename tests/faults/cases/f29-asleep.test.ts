import { expect } from "vitest";
import { hours } from "../../../models/quantity.ts";
import { faultCase } from "../fault-case.ts";
import { joinDevices, station } from "../stage/devices.ts";
import { SleepingClock } from "../stage/sleeping-clock.ts";
import { pause, until } from "../stage/waiting.ts";

faultCase({
  number: "F29",
  sentence:
    "a page sleeps for an hour or a night: on waking it says at once that it is old, and is new in one step",
  quick: { sleeps: [1 * hours] },
  long: { sleeps: Array.from({ length: 20 }, (_, n) => (n % 2 === 0 ? 1 : 8) * hours) },
  async act(stage, { sleeps }) {
    const server = await stage.open();
    const devices = await joinDevices(stage, server);
    for (let n = 0; n < 10; n++) await devices.describe(`station-${n}`, station);
    const proxy = await stage.proxy(server.base);
    const clock = new SleepingClock();
    const through = `http://127.0.0.1:${proxy.port}`;
    const sleeper = await stage.watch("operator", { through, clock });
    for (const sleptMs of sleeps) {
      await until("it is live", () => sleeper.isLive);
      // A page that sleeps runs nothing: no timer rings, and nothing arrives.
      clock.fallAsleep();
      proxy.fallSilent();
      for (let n = 0; n < 100; n++)
        await devices.read(`station-${n % 10}`, "temperature", n % 50, Date.now());
      const states: string[] = [];
      const stop = sleeper.link.state.subscribe(() => void states.push(sleeper.link.state.get().state));
      await pause(1_100);
      clock.wake(sleptMs);
      expect(sleeper.isLive).toBe(false);
      const before = sleeper.replica.version.get();
      proxy.heal();
      await until("it is live again", () => sleeper.isLive);
      await until("it shows the newest", () => sleeper.replica.version.get() > before);
      stop();
      // It said that it was old before it was live, and took the hour in a few steps, not in a hundred.
      expect(states[0]).not.toBe("live");
      expect(sleeper.replica.version.get() - before).toBeLessThan(20);
    }
  },
});
