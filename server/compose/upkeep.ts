import { text } from "../../models/language/text.ts";
import { hours, seconds } from "../../models/quantity.ts";
import { misfitSign } from "../ingest/foreign/misfit-sign.ts";
import { overloadSign } from "../ingest/overload-sign.ts";
import type { House } from "./house.ts";
import { checkAudit } from "./open-audit.ts";
import type { TwinRooms } from "./twin-rooms.ts";

const late = text(
  "设备、待认领区或最近值暂时未能保存，将继续重试。",
  "Devices, the tray or last values could not be kept for now; it is being tried again.",
);

const alarmsLate = text(
  "报警的变化暂时未能保存，将继续重试；确认与搁置暂不可用。",
  "Changes of alarms could not be kept for now; it is being tried again, and nothing can be acknowledged or shelved meanwhile.",
);

/** Writes what waits to be kept. @throws when the store does. */
export async function keepWaiting({ behind, foreign, values, handover }: TwinRooms): Promise<void> {
  await behind.devices.flush();
  await foreign.behind.flush();
  await behind.tray.flush();
  await values.flush();
  await handover.flush();
}

/**
 * What is done again and again beside the ticks: keeping, expiring, tidying.
 * @returns the function that ends it.
 */
export function beginUpkeep(house: House): () => void {
  const { rooms, alarms, audit, refusals, access, problems, doors, clock } = house;
  let busy = false;
  const keep = async (): Promise<void> => {
    if (busy) return;
    busy = true;
    try {
      await keepWaiting(rooms);
      problems.end("store", "late");
    } catch {
      problems.raise({ address: "store", id: "late", sentence: late });
    }
    busy = false;
  };
  const keepAlarms = async (): Promise<void> => {
    try {
      await alarms.desk.flush();
      problems.end("store", "alarms-late");
    } catch {
      problems.raise({ address: "store", id: "alarms-late", sentence: alarmsLate });
    }
  };
  // A store that fails is shown by its own problem; what was to be done is done the next time.
  const quietly = (act: () => Promise<void>) => (): void => void act().catch(() => undefined);
  const tidy = quietly(async () => {
    await access.tidy();
    await audit.shorten();
    await alarms.past.dropOld(clock.nowMs());
  });
  const checkTrail = quietly(() => checkAudit(audit, problems));
  tidy();
  checkTrail();
  const ends = [
    doors.every(3 * seconds, () => void keep()),
    doors.every(1 * seconds, () => void keepAlarms()),
    doors.every(1 * seconds, () => refusals.sumUp()),
    doors.every(1 * seconds, overloadSign(rooms.counters, problems)),
    doors.every(1 * seconds, misfitSign(rooms.foreign.devices, problems)),
    doors.every(
      1 * seconds,
      quietly(() => access.expireDue()),
    ),
    doors.every(1 * hours, checkTrail),
    doors.every(6 * hours, tidy),
  ];
  return () => {
    for (const end of ends) end();
  };
}
