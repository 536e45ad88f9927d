import { isMuted, mutedForMs } from "../../models/alarm/mute.ts";
import type { Priority } from "../../models/device/kind.ts";
import { signal, type Signal } from "../../models/signal.ts";
import type { MuteMemory } from "./mute-memory.ts";

/** Whether alarms can be heard here. */
export interface SoundState {
  /** The browser lets no page sound before somebody has touched it. */
  readonly blocked: boolean;
  /** Community time until which this person wanted quiet, be it past; null where they want sounds. */
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

/** Plays what an alarm of a priority sounds like, unless this person has muted it for a while. */
export class AlarmSound {
  readonly #nowMs: () => number;
  readonly #openAudio: () => AudioContext | null;
  readonly #mute: MuteMemory;
  readonly #state = signal<SoundState>({ blocked: false, mutedUntilMs: null });
  #audio: AudioContext | null = null;

  /** @param nowMs community time. @param openAudio null where the browser has no sound. */
  constructor(nowMs: () => number, openAudio: () => AudioContext | null, mute: MuteMemory) {
    this.#nowMs = nowMs;
    this.#openAudio = openAudio;
    this.#mute = mute;
    this.#state.set({ blocked: false, mutedUntilMs: mute.read() });
  }

  get state(): Signal<SoundState> {
    return this.#state;
  }

  /** Quiet for ten minutes, or sounds again. */
  toggleMute(): void {
    const mutedUntilMs = this.#isMuted ? null : Math.round(this.#nowMs()) + mutedForMs;
    this.#state.set({ ...this.#state.get(), mutedUntilMs });
    this.#mute.keep(mutedUntilMs);
    void this.unblock();
  }

  /** To be called when somebody has touched the page: from then on a browser lets it sound. */
  async unblock(): Promise<void> {
    if (this.#audio?.state === "suspended") await this.#audio.resume().catch(() => undefined);
    this.#note();
  }

  play(priority: Priority): void {
    if (this.#isMuted) return;
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

  get #isMuted(): boolean {
    return isMuted(this.#state.get().mutedUntilMs, this.#nowMs());
  }

  #note(): void {
    const blocked = this.#audio !== null && this.#audio.state !== "running";
    if (blocked !== this.#state.get().blocked) this.#state.set({ ...this.#state.get(), blocked });
  }
}
