import type { Withheld } from "../../models/overlay/bodies.ts";
import type { Words } from "../language/use-words.ts";

/** Why there is no number, in words. */
export function withheldWord(status: "shown" | Withheld, t: Words["t"]): string {
  switch (status) {
    case "privacy":
      return t("figure.withheldPrivacy");
    case "not-yet":
      return t("figure.notYet");
    case "not-measured":
    case "shown":
      return t("figure.notMeasured");
  }
}
