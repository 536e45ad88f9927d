import { goToAlert } from "../alert-facts.ts";
import { useDesk } from "../desk-context.ts";
import type { Thing } from "./thing.ts";

/** Goes to what was found, or does it. */
export function useGoTo(): (thing: Thing) => void {
  const { view, replica } = useDesk();
  /** Whoever is at a device's diagnosis stays there, with the other device. */
  const showPlace = (): void => {
    if (view.get().page !== "diagnosis") view.open("map");
  };
  return (thing) => {
    switch (thing.what) {
      case "action":
        thing.action.act();
        return;
      case "person":
        view.open(thing.colleague.look.page);
        view.select(thing.colleague.look.selection);
        return;
      case "building":
        view.open("map");
        view.selectBuilding(thing.building.id);
        return;
      case "cell":
        view.open("map");
        view.select({ kind: "cell", cell: thing.cell.id });
        return;
      case "alarm":
        showPlace();
        goToAlert(thing.alert, replica, view);
        return;
      case "device":
        showPlace();
        view.selectDevice(thing.device.device.id);
    }
  };
}
