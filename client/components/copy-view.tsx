import { Button } from "@mantine/core";
import { useState } from "react";
import { useWords } from "../language/use-words.ts";
import { useDesk } from "./desk-context.ts";

const saidMs = 2500;

/** Puts a link to exactly this view on the clipboard. */
export function CopyView() {
  const { copy, address, clock } = useDesk();
  const { t } = useWords();
  const [said, say] = useState<"scene.copyView" | "scene.copied" | "scene.copyFailed">("scene.copyView");
  const press = async (): Promise<void> => {
    say((await copy(address())) ? "scene.copied" : "scene.copyFailed");
    clock.after(saidMs, () => say("scene.copyView"));
  };
  return (
    <Button onClick={() => void press()} aria-live="polite">
      {t(said)}
    </Button>
  );
}
