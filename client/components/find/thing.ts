import type { Alert } from "../../../models/alarm/alert.ts";
import type { DocumentBuilding, GridCell } from "../../../models/community/community.ts";
import type { Colleague } from "../../../models/presence/presence.ts";
import type { MessageKey } from "../../language/messages.ts";
import type { ReplicaDevice } from "../../replica/replica-view.ts";

/** Something this desk can do, by name; the key that does the same, where there is one. */
export interface FindAction {
  readonly name: MessageKey;
  readonly key?: string;
  readonly act: () => void;
}

/** What the find box finds. */
export type Thing =
  | { readonly what: "action"; readonly action: FindAction }
  | { readonly what: "person"; readonly colleague: Colleague }
  | { readonly what: "cell"; readonly cell: GridCell }
  | { readonly what: "building"; readonly building: DocumentBuilding }
  | { readonly what: "alarm"; readonly alert: Alert }
  | { readonly what: "device"; readonly device: ReplicaDevice };
