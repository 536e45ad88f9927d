import { Button, Kbd } from "@mantine/core";
import { useCallback, useEffect, useRef, useState } from "react";
import { useWords } from "../../language/use-words.ts";
import { FindPanel } from "./find-panel.tsx";
import type { FindAction } from "./thing.ts";
import "./find.css";

/** One box for whatever one looks for; it opens under its button and covers no alarm. Ctrl+K opens it from anywhere. */
export function FindBox({ actions }: { readonly actions: readonly FindAction[] }) {
  const { t } = useWords();
  const [opened, setOpened] = useState(false);
  const cameFrom = useRef<Element | null>(null);
  const open = useCallback(() => {
    cameFrom.current = document.activeElement;
    setOpened(true);
  }, []);
  const close = (giveBack: boolean): void => {
    setOpened(false);
    if (giveBack && cameFrom.current instanceof HTMLElement) cameFrom.current.focus();
  };
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      if (event.key.toLowerCase() !== "k") return;
      // The browser's own search bar has this key in some of them.
      event.preventDefault();
      open();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [open]);
  return (
    <div className="find-box">
      <Button
        aria-expanded={opened}
        aria-keyshortcuts="Control+K Meta+K"
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => (opened ? close(true) : open())}
      >
        {t("find.open")}{" "}
        <Kbd className="find-key" aria-hidden="true">
          Ctrl K
        </Kbd>
      </Button>
      {opened && <FindPanel actions={actions} onClose={close} />}
    </div>
  );
}
