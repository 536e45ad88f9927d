import { Button, Popover } from "@mantine/core";
import { may } from "../../../models/duty/authority.ts";
import { useWords } from "../../language/use-words.ts";
import { useDesk } from "../desk-context.ts";
import { useSignal } from "../use-signal.ts";
import { DrillPanel } from "./drill-panel.tsx";
import "./drill-menu.css";

/** Drills, for who may run them, where simulated devices speak. */
export function DrillMenu() {
  const { session, badges } = useDesk();
  const { t } = useWords();
  const shown = useSignal(badges);
  const allowed = may({ duty: session.duty, dwelling: null }, "run-drills");
  if (!allowed || !shown.includes("DEMO")) return null;
  return (
    <Popover position="bottom-end" withinPortal trapFocus returnFocus>
      <Popover.Target>
        <Button>{t("drill.title")}</Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t("drill.title")}>
        <DrillPanel />
      </Popover.Dropdown>
    </Popover>
  );
}
