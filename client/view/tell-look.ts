import type { AlarmId } from "../../models/ids.ts";
import type { Look } from "../../models/presence/presence.ts";
import type { Signal } from "../../models/signal.ts";
import type { ViewState } from "../../models/view/view-state.ts";

/** Tells colleagues what this person looks at and until when they hear nothing, whenever that changes; where the camera stands is nobody's business. */
export function tellLook(
  line: { tell(look: Look): void },
  view: Signal<ViewState>,
  writingOn: Signal<AlarmId | null>,
  sound: Signal<{ readonly mutedUntilMs: number | null }>,
): void {
  let told: Look | null = null;
  const tell = (): void => {
    const { page, selection } = view.get();
    const { mutedUntilMs } = sound.get();
    const look = { page, selection, writingOn: writingOn.get(), mutedUntilMs };
    if (
      told?.page === look.page &&
      told.selection === look.selection &&
      told.writingOn === look.writingOn &&
      told.mutedUntilMs === mutedUntilMs
    )
      return;
    told = look;
    line.tell(look);
  };
  view.subscribe(tell);
  writingOn.subscribe(tell);
  sound.subscribe(tell);
  tell();
}
