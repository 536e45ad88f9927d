import { AlarmMeasures } from "../../../models/alarm/measures/alarm-measures.ts";
import type { Community } from "../../../models/community/community.ts";
import { kindOf } from "../../../models/device/catalogue.ts";
import type { Limit } from "../../../models/device/kind.ts";
import type { PointLimit } from "../../../models/alarm/alert.ts";
import { AlarmDesk } from "../../../server/alarm-desk/alarm-desk.ts";
import { AlarmPast } from "../../../server/alarm-desk/alarm-past.ts";
import { StaffRules } from "../../../server/alarm-desk/staff-rules.ts";
import type { AlarmAccounts } from "../../../server/open/rooms.ts";
import type { Twin } from "../../../server/twin/twin.ts";
import type { Door } from "../access/door.ts";

export interface SmallAlarms {
  readonly desk: AlarmDesk;
  readonly past: AlarmPast;
  readonly accounts: AlarmAccounts;
}

/** The alarm desk of the small house, with the limits of the catalogue. */
export function smallAlarms(
  { store, audit, refusals, clock }: Door,
  community: Community,
  twin: Twin,
): SmallAlarms {
  const limitOf = ({ device, limit }: PointLimit): Limit | undefined => {
    const kind = twin.device(device)?.device.kind;
    return kind && kindOf(kind)?.limits.find(({ id }) => id === limit);
  };
  const rules = new StaffRules(twin, limitOf);
  const measures = new AlarmMeasures("desk", null);
  const desk = new AlarmDesk({
    db: store.db,
    community: community.id,
    audit,
    refusals,
    nowMs: clock.now,
    ruleOf: (of) => rules.ruleOf(of),
    alarmed: (id) => rules.alarmed(id),
    linesOf: (device) => twin.device(device)?.device,
    aboutOf(device) {
      const known = twin.device(device)?.device;
      if (known === undefined) return null;
      const { kind, name, place, party } = known;
      return { kind, name, place, party };
    },
    measures,
    longestShelfMs: Number.POSITIVE_INFINITY,
  });
  const past = new AlarmPast({ db: store.db, community, twin, limitOf, flush: () => desk.flush() });
  const report = () => measures.report(desk.open.values(), clock.nowMs);
  return { desk, past, accounts: { past, measures: report, isDemo: () => true } };
}
