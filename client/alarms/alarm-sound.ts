import type { Priority } from "../../models/device/kind.ts";
import { minutes } from "../../models/quantity.ts";
import { signal, type Signal } from "../../models/signal.ts";

/** Whether alarms can be heard here. */
export interface SoundState {
  /** The browser lets no page sound before somebody has touched it. */
  readonly blocked: boolean;
  /** Wall time until which this person wants quiet; null while sounds are wanted. */
  readonly mutedUntilMs: number | null;
}

interface Pattern {
  readonly pulses: number;
  readonly hertz: number;
  readonly pulseS: number;
  readonly gain: number;
}

/** The graver, the more pulses, the faster, the higher (after IEC 60601-1-8, which tells priorities apart so). */
const patterns: Readonly<Record<Priority, Pattern>> = {
  P1: { pulses: 5, hertz: 880, pulseS: 0.12, gain: 0.25 },
  P2: { pulses: 3, hertz: 660, pulseS: 0.18, gain: 0.2 },
  P3: { pulses: 2, hertz: 520, pulseS: 0.22, gain: 0.15 },
  P4: { pulses: 1, hertz: 440, pulseS: 0.22, gain: 0.1 },
};

const mutedForMs = 10 * minutes;

/** Plays what an alarm of a priority sounds like, unless this person has muted it for a while. */
export class AlarmSound {
  readonly #nowMs: () => number;
  readonly #openAudio: () => AudioContext | null;
  readonly #state = signal<SoundState>({ blocked: false, mutedUntilMs: null });
  #audio: AudioContext | null = null;

  /** @param nowMs wall time. @param openAudio null where the browser has no sound. */
  constructor(nowMs: () => number, openAudio: () => AudioContext | null) {
    this.#nowMs = nowMs;
    this.#openAudio = openAudio;
  }

  get state(): Signal<SoundState> {
    return this.#state;
  }

  /** Quiet for ten minutes, or sounds again. */
  toggleMute(): void {
    const mutedUntilMs = this.#mutedUntil() === null ? this.#nowMs() + mutedForMs : null;
    this.#state.set({ ...this.#state.get(), mutedUntilMs });
    void this.unblock();
  }

  /** To be called when somebody has touched the page: from then on a browser lets it sound. */
  async unblock(): Promise<void> {
    if (this.#audio?.state === "suspended") await this.#audio.resume().catch(() => undefined);
    this.#note();
  }

  play(priority: Priority): void {
    if (this.#mutedUntil() !== null) return;
    this.#audio ??= this.#openAudio();
    const audio = this.#audio;
    this.#note();
    if (audio?.state !== "running") return;
    const { pulses, hertz, pulseS, gain } = patterns[priority];
    for (let pulse = 0; pulse < pulses; pulse++) {
      const fromS = audio.currentTime + pulse * pulseS * 1.6;
      const tone = new OscillatorNode(audio, { type: "triangle", frequency: hertz });
      const level = new GainNode(audio, { gain: 0 });
      level.gain.setTargetAtTime(gain, fromS, 0.01);
      level.gain.setTargetAtTime(0, fromS + pulseS, 0.02);
      tone.connect(level).connect(audio.destination);
      tone.start(fromS);
      tone.stop(fromS + pulseS + 0.2);
    }
  }

  #mutedUntil(): number | null {
    const { mutedUntilMs } = this.#state.get();
    if (mutedUntilMs !== null && mutedUntilMs <= this.#nowMs()) {
      this.#state.set({ ...this.#state.get(), mutedUntilMs: null });
      return null;
    }
    return mutedUntilMs;
  }

  #note(): void {
    const blocked = this.#audio !== null && this.#audio.state !== "running";
    if (blocked !== this.#state.get().blocked) this.#state.set({ ...this.#state.get(), blocked });
  }
}
