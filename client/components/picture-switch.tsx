import { Button } from "@mantine/core";
import { useCallback } from "react";
import { useWords } from "../language/use-words.ts";
import { useDesk } from "./desk-context.ts";
import { usePart } from "./use-signal.ts";

/** Turns from scene to plan and back; what is looked at stays. */
export function useTurnPicture(): () => void {
  const { view } = useDesk();
  return useCallback(() => view.turnTo(view.get().picture === "plan" ? "scene" : "plan"), [view]);
}

/** The button for it; `m` does the same. */
export function PictureSwitch() {
  const { view } = useDesk();
  const { t } = useWords();
  const isPlan = usePart(view, "picture") === "plan";
  const turn = useTurnPicture();
  return (
    <Button aria-pressed={isPlan} aria-keyshortcuts="m" onClick={turn}>
      {t("plan.show")}
    </Button>
  );
}
