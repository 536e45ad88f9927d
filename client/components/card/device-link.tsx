import type { DeviceId } from "../../../models/ids.ts";
import { useWords } from "../../language/use-words.ts";
import { useDesk } from "../desk-context.ts";

/** Another device by name, selected on a press; its id where it is not among what one may see. */
export function DeviceLink({ id }: { readonly id: DeviceId }) {
  const { replica, view } = useDesk();
  const { say } = useWords();
  const device = replica.deviceOf(id);
  if (device === undefined) return <span className="card-id">{id}</span>;
  return (
    <button type="button" className="plain-button card-link" onClick={() => view.selectDevice(id)}>
      {say(device.device.name)}
    </button>
  );
}
