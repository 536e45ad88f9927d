import { Kbd, Modal } from "@mantine/core";
import type { MessageKey } from "../language/messages.ts";
import { useWords } from "../language/use-words.ts";
import "./shortcut-sheet.css";

export type Shortcut = readonly [key: MessageKey, ...keys: readonly string[]];

interface ShortcutSheetProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly shortcuts: readonly Shortcut[];
}

/** What the keyboard can do here; `?` opens it. */
export function ShortcutSheet({ opened, onClose, shortcuts }: ShortcutSheetProps) {
  const { t } = useWords();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t("keys.title")}
      closeButtonProps={{ "aria-label": t("desk.close") }}
      // What is abnormal stays in sight: nothing is dimmed, and the bars above are not covered.
      withOverlay={false}
      yOffset="9rem"
    >
      <dl className="shortcut-sheet">
        {shortcuts.map(([key, ...combination]) => (
          <div key={key}>
            <dt>{t(key)}</dt>
            <dd>
              {combination.map((each) => (
                <Kbd key={each}>{each}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
