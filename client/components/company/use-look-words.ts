import { isMuted } from "../../../models/alarm/mute.ts";
import type { Look } from "../../../models/presence/presence.ts";
import { pageNames } from "../../language/names/page-names.ts";
import { useWords } from "../../language/use-words.ts";
import { useDesk } from "../desk-context.ts";
import { useFormats } from "../use-formats.ts";
import { useBuildings, useNameOf, usePlaceWords } from "../use-names.ts";

/** What somebody looks at, in words: the selection by name and place, else the page, else the whole community; and until when they hear no alarms. */
export function useLookWords(): (look: Look) => string {
  const { replica } = useDesk();
  const { t, say } = useWords();
  const formats = useFormats();
  const buildings = useBuildings();
  const placeWords = usePlaceWords();
  const nameOf = useNameOf();
  const selected = ({ selection }: Look): string | null => {
    if (selection.kind === "device") {
      const device = replica.deviceOf(selection.device)?.device;
      return device === undefined ? selection.device : `${say(device.name)} · ${placeWords(device.place)}`;
    }
    if (selection.kind === "cell") return nameOf(selection);
    if (selection.kind !== "building") return null;
    const { building, storey } = selection;
    if (!buildings.has(building)) return null;
    return placeWords({ building, storey, dwelling: null, space: null, at: null });
  };
  return (look) => {
    const what = selected(look) ?? (look.page === "map" ? t("company.nothing") : null);
    const page = look.page === "map" ? null : t("company.page", { page: say(pageNames[look.page]) });
    const writing = look.writingOn === null ? null : t("company.writing");
    const muted = isMuted(look.mutedUntilMs, replica.nowMs())
      ? t("company.muted", { time: formats.hour(look.mutedUntilMs) })
      : null;
    return [page, what, writing, muted].filter((part) => part !== null).join(" · ");
  };
}
