import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { visibilities } from "../../../models/device/kind.ts";
import type { DevicePlace } from "../../../models/device/device.ts";
import {
  audienceOf,
  channelsOf,
  channelsOfPoint,
  may,
  type Permission,
} from "../../../models/duty/authority.ts";
import { type Authority, duties } from "../../../models/duty/duty.ts";
import { type DwellingId, dwellingId } from "../../../models/ids.ts";

const home = dwellingId("B-5-U1-F12-01");
const neighbour = dwellingId("B-5-U1-F12-02");
const inside = (dwelling: DwellingId | null): DevicePlace => ({
  building: null,
  storey: null,
  dwelling,
  space: null,
  at: null,
});
const authorities: fc.Arbitrary<Authority> = fc.record({
  duty: fc.constantFrom(...duties),
  dwelling: fc.constantFrom(null, home, neighbour),
});

describe("who may see what", () => {
  it("DU1 puts each duty in its channels and no other", () => {
    const table = Object.fromEntries(duties.map((duty) => [duty, channelsOf({ duty, dwelling: home })]));
    expect(table).toEqual({
      operator: ["public", "staff"],
      supervisor: ["public", "staff"],
      wall: ["public", "staff"],
      planner: ["public"],
      presenter: ["public"],
      administrator: ["public"],
      auditor: ["public"],
      resident: ["public", "own:B-5-U1-F12-01"],
      public: ["public"],
    });
    expect(channelsOf({ duty: "resident", dwelling: null })).toEqual(["public"]);
  });

  it("DU2 a personal point of a home reaches its own resident and nobody else", () => {
    fc.assert(
      fc.property(authorities, (authority) => {
        const channels = channelsOfPoint("personal", inside(home));
        const reached = channels.some((channel) => channelsOf(authority).includes(channel));
        expect(reached).toBe(authority.duty === "resident" && authority.dwelling === home);
      }),
    );
    expect(visibilities.map((visibility) => channelsOfPoint(visibility, inside(home)))).toEqual([
      ["public"],
      ["staff", "own:B-5-U1-F12-01"],
      ["own:B-5-U1-F12-01"],
    ]);
    expect(visibilities.map((visibility) => channelsOfPoint(visibility, inside(null)))).toEqual([
      ["public"],
      ["staff"],
      [],
    ]);
  });

  it("DU3 a personal point of no home is on no channel", () => {
    expect(channelsOfPoint("personal", inside(null))).toEqual([]);
  });

  it("DU5 aggregates come in the form of the duty", () => {
    const forms = duties.map((duty) => `${duty}: ${audienceOf({ duty, dwelling: null })}`);
    expect(forms).toEqual([
      "operator: staff",
      "supervisor: staff",
      "wall: public",
      "planner: planner",
      "presenter: public",
      "administrator: public",
      "auditor: public",
      "resident: public",
      "public: public",
    ]);
  });

  it("DU7 the trail is for the auditor alone and the tray for the administrator alone", () => {
    const holders = (permission: Permission) =>
      duties.filter((duty) => may({ duty, dwelling: null }, permission));
    expect(holders("see-trail")).toEqual(["auditor"]);
    expect(holders("see-tray")).toEqual(["administrator"]);
    expect(holders("edit-mapping")).toEqual(["administrator"]);
    expect(holders("see-dwellings")).toEqual(["operator", "supervisor"]);
  });
});
