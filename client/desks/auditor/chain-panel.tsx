import { Button } from "@mantine/core";
import { useState } from "react";
import { useDesk } from "../../components/desk-context.ts";
import { Panel } from "../../components/panel.tsx";
import { usePolled } from "../../components/polled.ts";
import { useFormats } from "../../components/use-formats.ts";
import { useWords } from "../../language/use-words.ts";
import { chainAnswer } from "./answers.ts";

const everyMs = 60_000;
/** As much of a head as tells it from another at a glance; the whole of it is its title. */
const headShown = 24;

/** Whether the trail is as it was written. */
export function ChainPanel() {
  const { tell } = useDesk();
  const { t, say } = useWords();
  const formats = useFormats();
  const { polled, again } = usePolled("/api/v1/trail/chain", chainAnswer, everyMs);
  const [busy, setBusy] = useState(false);
  const check = async (): Promise<void> => {
    setBusy(true);
    await tell("/api/v1/trail/check", {});
    setBusy(false);
    again();
  };
  const chain = polled.state === "here" ? polled.body : null;
  return (
    <Panel
      title={t("office.chain")}
      className="chain-panel"
      side={
        <Button onClick={() => void check()} loading={busy}>
          {t("office.chainCheck")}
        </Button>
      }
    >
      {polled.state === "failed" && (
        <p className="office-failed">{t("office.failed", { sentence: say(polled.sentence) })}</p>
      )}
      {chain !== null && (
        <div role="status" className="chain-state">
          {chain.finding === null ? (
            <p>✓ {t("office.chainWhole", { entries: chain.entries })}</p>
          ) : (
            <p className="office-failed">
              ⚠ <b>{t("office.chainBroken")}</b> · {say(chain.finding)}
            </p>
          )}
          {chain.anchoredFrom !== null && <p>{t("office.chainAnchored", { seq: chain.anchoredFrom })}</p>}
          <p className="numeric chain-head" title={chain.head}>
            {t("office.chainChecked", { time: formats.dateTime(chain.checkedAtMs) })} ·{" "}
            {t("office.chainHead", { head: `${chain.head.slice(0, headShown)}…` })}
          </p>
        </div>
      )}
    </Panel>
  );
}
