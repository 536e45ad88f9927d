import { ModelFacts } from "../../../components/model-facts.tsx";
import { useDesk } from "../../../components/desk-context.ts";
import { useMeasured } from "../../../components/measured.ts";
import { useSignal } from "../../../components/use-signal.ts";
import { useWords } from "../../../language/use-words.ts";
import { KindsHere } from "./kinds-here.tsx";
import { OpenAlerts } from "./open-alerts.tsx";
import { SilentDevices } from "./silent-devices.tsx";
import "./overview.css";

interface OverviewProps {
  /** Lists the devices of a kind, by its name. */
  readonly onKind: (name: string) => void;
  /** Left out where all alarms are listed beside it. */
  readonly withoutAlerts: boolean;
}

/** What an operator wants next while nothing is selected: what is wrong, why it is silent, what there is at all. */
export function Overview({ onKind, withoutAlerts }: OverviewProps) {
  const { beat } = useDesk();
  const { t } = useWords();
  const measured = useMeasured();
  useSignal(beat);
  if (measured === "unknown") return <p className="card-note">{t("figure.loading")}</p>;
  if (measured === "no")
    return (
      <>
        <p className="overview-unmeasured">{t("list.noDevices")}</p>
        <ModelFacts />
      </>
    );
  return (
    <>
      {!withoutAlerts && <OpenAlerts />}
      <SilentDevices />
      <KindsHere onKind={onKind} />
    </>
  );
}
