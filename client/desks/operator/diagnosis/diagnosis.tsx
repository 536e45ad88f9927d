import { useLimits } from "../../../components/card/use-limits.ts";
import { useDesk } from "../../../components/desk-context.ts";
import { usePart, useSignal } from "../../../components/use-signal.ts";
import { useWords } from "../../../language/use-words.ts";
import type { ReplicaDevice } from "../../../replica/replica-view.ts";
import { HistoryTable } from "./history-table.tsx";
import { MessageTable } from "./message-table.tsx";
import { PointTable } from "./point-table.tsx";
import { RuleTable } from "./rule-table.tsx";
import "./diagnosis.css";

/** All that is known of the selected device: for whoever looks for why (ISA-101, level 4). */
export default function Diagnosis() {
  const { view, replica } = useDesk();
  const { t } = useWords();
  const selection = usePart(view, "selection");
  useSignal(replica.devices);
  const device = selection.kind === "device" ? replica.deviceOf(selection.device) : undefined;
  if (device === undefined)
    return (
      <p className="card-note diagnosis-none" id="list">
        {t(selection.kind === "device" ? "card.gone" : "diagnosis.choose")}
      </p>
    );
  return <DeviceDiagnosis key={device.device.id} device={device} />;
}

function DeviceDiagnosis({ device }: { readonly device: ReplicaDevice }) {
  const { t } = useWords();
  const { id } = device.device;
  const limits = useLimits(id);
  return (
    <div className="diagnosis" id="list">
      <section aria-labelledby="diagnosis-points">
        <h2 id="diagnosis-points">{t("card.points")}</h2>
        <PointTable device={device} />
      </section>
      <section aria-labelledby="diagnosis-rules">
        <h2 id="diagnosis-rules">{t("diagnosis.rules")}</h2>
        <RuleTable device={device} limits={limits} />
      </section>
      <section aria-labelledby="diagnosis-history">
        <h2 id="diagnosis-history">{t("diagnosis.history")}</h2>
        <HistoryTable device={id} />
      </section>
      <section aria-labelledby="diagnosis-messages">
        <h2 id="diagnosis-messages">{t("diagnosis.messages")}</h2>
        <MessageTable device={id} />
      </section>
    </div>
  );
}
