import { deskOf, type Authority } from "../../models/duty/duty.ts";
import type { DrillName } from "../../models/drill/drill.ts";
import { protocol, type Welcome } from "../../models/stream/messages.ts";
import type { Channel } from "./channel.ts";

/** What a greeting tells of the server. */
export interface Greeting {
  readonly community: string;
  readonly run: number;
  readonly tickMs: number;
  readonly clock: { nowMs(): number; readonly rate: number };
  /** Whether simulated devices speak, and the drill they play; null for none. */
  readonly isDemo: () => boolean;
  readonly drill: () => DrillName | null;
}

/** What somebody is greeted with: who they are, which channels they are in, since when. */
export function welcomeOf(house: Greeting, { duty }: Authority, channels: readonly Channel[]): Welcome {
  const { community, run, clock, tickMs } = house;
  const drill = house.drill();
  const recorded = channels.some((channel) =>
    channel.plan.devices.some((device) => device.origin === "recorded"),
  );
  return {
    protocol,
    community,
    run,
    duty,
    desk: deskOf[duty],
    channels: channels.map((channel) => channel.head()),
    clock: { atMs: clock.nowMs(), rate: clock.rate },
    tickMs,
    badges: [
      ...(house.isDemo() ? ["DEMO" as const] : []),
      ...(recorded ? ["RECORDED" as const] : []),
      ...(drill === null ? [] : ["DRILL" as const]),
    ],
    drill,
  };
}
