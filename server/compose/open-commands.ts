import { CommandDesk } from "../command-desk/command-desk.ts";
import type { BrokerDoor } from "./broker.ts";
import type { House } from "./house.ts";

type Needs = Pick<House, "store" | "community" | "rooms" | "audit" | "refusals" | "clock" | "doors">;

/** The command desk, with what earlier runs left. @param way to the devices; null while there is none. */
export async function openCommands(
  { store, community, rooms, audit, refusals, clock, doors }: Needs,
  way: () => Pick<BrokerDoor, "command"> | null,
): Promise<CommandDesk> {
  const desk = new CommandDesk({
    db: store.db,
    community: community.id,
    audit,
    refusals,
    twin: rooms.twin,
    communityNowMs: clock.nowMs,
    monotonicMs: doors.monotonicMs,
    async send({ device, property }, payload) {
      const broker = way();
      if (broker === null) throw new Error("the broker is not open");
      await broker.command({ about: "set", device, property }, payload);
    },
  });
  await desk.load();
  return desk;
}
