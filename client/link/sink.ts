import type { ChannelId } from "../../models/ids.ts";
import type { Alert } from "../../models/alarm/alert.ts";
import type { ChannelDictionary, Welcome } from "../../models/stream/messages.ts";

/** How far one channel is drawn; `restarted` by a KEY or a CATCHUP. */
export interface Progress {
  readonly channel: ChannelId;
  readonly tick: number;
  readonly restarted: boolean;
}

/** Where what arrives goes: the replica, as the link knows it. */
export interface Sink {
  /** Must forget at once what no channel of the welcome carries. */
  welcome(welcome: Welcome): void;
  /** @throws when a dictionary cannot be read. */
  adopt(dictionaries: readonly ChannelDictionary[]): void;
  /** The tick to ask a channel from; null for nothing held. */
  resume(channel: ChannelId): number | null;
  receive(bytes: Uint8Array): void;
  /** Takes in what arrived without waiting for anybody to draw it. */
  absorb(): void;
  takeAlerts(alerts: readonly Alert[], whole: boolean): void;
  forget(): void;
  onCommitted(listener: (progress: readonly Progress[]) => void): void;
  onTrouble(listener: (trouble: "frames" | "dictionary") => void): void;
}
