import { describe, expect, it } from "vitest";
import { alertFacts, goToAlert } from "../../../client/components/alert-facts.ts";
import { createViewStore } from "../../../client/view/view-store.ts";
import { catalogue } from "../../../models/device/catalogue.ts";
import { buildingId, kindId, partyId } from "../../../models/ids.ts";
import { text } from "../../../models/language/text.ts";
import type { ViewState } from "../../../models/view/view-state.ts";
import { alertOf, smallReplica } from "./small-replica.ts";

const kind = catalogue.get(kindId("home_smoke"));
const limit = kind!.limits[0]!;
const place = { building: buildingId("B-5"), storey: 12, dwelling: null, space: null, at: null };
const about = { kind: kind!.id, name: text("燃气", "Gas"), place, party: partyId("OWNER") };
const of = (device: string, more = {}) => alertOf(device, limit.property, { limit: limit.id, ...more });
const view = () => createViewStore({ selection: { kind: "none" } } as ViewState);

describe("whose alert it is", () => {
  it("comes from the replica, with the party the limit names", () => {
    const replica = smallReplica([{ id: "g", kind: "home_smoke", building: "B-5" }]);
    expect(alertFacts(of("g"), replica)).toMatchObject({ party: limit.party, message: limit.message });
  });

  it("comes from the alert itself where the device is on no channel of ours", () => {
    const empty = smallReplica([]);
    expect(alertFacts(of("g", { about }), empty)).toMatchObject({ name: about.name, message: limit.message });
    expect(alertFacts(of("g"), empty)).toBeNull();
  });

  it("leads to the device, or to the storey of a device one may not see", () => {
    const seen = view();
    goToAlert(of("g", { about }), smallReplica([{ id: "g", kind: "home_smoke" }]), seen);
    expect(seen.get().selection).toEqual({ kind: "device", device: "g" });
    const unseen = view();
    goToAlert(of("g", { about }), smallReplica([]), unseen);
    expect(unseen.get().selection).toEqual({ kind: "building", building: "B-5", storey: 12 });
  });
});
