import { describe, expect, it } from "vitest";
import { AlarmSound } from "../../../client/alarms/alarm-sound.ts";
import { muteMemory } from "../../../client/alarms/mute-memory.ts";
import { isMuted, mutedForMs } from "../../../models/alarm/mute.ts";

/** A page whose tab remembers; it is opened anew by opening it again. */
function tab() {
  const held = new Map<string, string>();
  const memory = muteMemory({
    getItem: (key) => held.get(key) ?? null,
    setItem: (key, value) => void held.set(key, value),
  });
  const time = { nowMs: Date.UTC(2026, 5, 1, 15, 40) };
  const asked: number[] = [];
  const open = () =>
    new AlarmSound(
      () => time.nowMs,
      () => (asked.push(time.nowMs), null),
      memory,
    );
  const mutedIn = (sound: AlarmSound): boolean => isMuted(sound.state.get().mutedUntilMs, time.nowMs);
  return { held, time, asked, open, mutedIn };
}

describe("muting the sounds of alarms", () => {
  it("holds for ten minutes of the community, and until it is taken back", () => {
    const { time, asked, open, mutedIn } = tab();
    const sound = open();
    sound.toggleMute();
    expect(sound.state.get().mutedUntilMs).toBe(time.nowMs + mutedForMs);
    sound.play("P1");
    time.nowMs += mutedForMs - 1;
    sound.play("P1");
    expect([mutedIn(sound), asked]).toEqual([true, []]);
    time.nowMs += 1;
    sound.play("P1");
    expect([mutedIn(sound), asked]).toEqual([false, [time.nowMs]]);
    sound.toggleMute();
    sound.toggleMute();
    expect(mutedIn(sound)).toBe(false);
  });

  it("outlives a reload, and so does taking it back", () => {
    const { time, open, mutedIn } = tab();
    open().toggleMute();
    const again = open();
    expect(again.state.get().mutedUntilMs).toBe(time.nowMs + mutedForMs);
    again.toggleMute();
    expect(mutedIn(open())).toBe(false);
  });

  it("is not believed of a clock that has been put back, nor of what is no time", () => {
    const { held, time, open, mutedIn } = tab();
    open().toggleMute();
    time.nowMs -= 86_400_000;
    expect(mutedIn(open())).toBe(false);
    const [key] = [...held.keys()];
    for (const value of ["", "soon", "{}", "1e99"]) {
      held.set(key!, value);
      expect(open().state.get().mutedUntilMs).toBeNull();
    }
  });
});
