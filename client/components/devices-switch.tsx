import { Button } from "@mantine/core";
import { useWords } from "../language/use-words.ts";
import { useDesk } from "./desk-context.ts";
import { useMeasured } from "./measured.ts";
import { usePart } from "./use-signal.ts";

/** Shows and hides the signs of devices in the scene; nothing where nothing is measured. */
export function DevicesSwitch() {
  const { view } = useDesk();
  const { t } = useWords();
  const shown = usePart(view, "layers").has("devices");
  if (useMeasured() === "no") return null;
  return (
    <Button aria-pressed={shown} onClick={() => view.toggle("devices")}>
      {t("scene.showDevices")}
    </Button>
  );
}
