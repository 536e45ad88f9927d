import { Button } from "@mantine/core";
import { useMemo } from "react";
import { kindOf } from "../../../models/device/catalogue.ts";
import { parties } from "../../../models/device/parties.ts";
import { Fact, Facts } from "../../components/card/facts.tsx";
import { useDesk } from "../../components/desk-context.ts";
import { useMeasured } from "../../components/measured.ts";
import { Panel } from "../../components/panel.tsx";
import { SymbolMark } from "../../components/symbol-mark.tsx";
import { useFormats } from "../../components/use-formats.ts";
import { usePart, useSignal } from "../../components/use-signal.ts";
import { purposeNames, retentionNames, visibilityNames } from "../../language/names/device-names.ts";
import { useWords } from "../../language/use-words.ts";
import { registerOf } from "./register-of.ts";

/** Every public sensor: why it is there, who answers for it, how long it is kept, who sees it. */
export function SensorRegister() {
  const { replica, view } = useDesk();
  const { t, say } = useWords();
  const formats = useFormats();
  const devices = useSignal(replica.devices);
  const shown = usePart(view, "layers").has("devices");
  const rows = useMemo(() => registerOf(devices), [devices]);
  const measured = useMeasured();
  const none = measured === "unknown" ? t("figure.loading") : t("list.noDevices");
  return (
    <Panel
      title={t("open.sensors")}
      note={rows.length === 0 ? none : t("open.sensorsHow")}
      side={
        <Button aria-pressed={shown} onClick={() => view.toggle("devices")}>
          {t(shown ? "open.hideSensors" : "open.showSensors")}
        </Button>
      }
    >
      <ul className="sensor-register">
        {rows.map((row) => {
          const kind = kindOf(row.kind);
          const party = parties.get(row.party);
          return (
            <li key={row.kind}>
              <details>
                <summary>
                  <SymbolMark symbol={kind?.symbol ?? "information"} />
                  <span>{kind === undefined ? row.kind : say(kind.name)}</span>
                  <b>{formats.number(row.count, 1)}</b>
                </summary>
                <Facts>
                  <Fact name={t("card.points")}>{row.points.map(({ name }) => say(name)).join("、")}</Fact>
                  <Fact name={t("card.purpose")}>
                    {row.purposes.map((each) => say(purposeNames[each])).join("、")}
                  </Fact>
                  <Fact name={t("card.party")}>{party === undefined ? row.party : say(party)}</Fact>
                  <Fact name={t("card.kept")}>
                    {row.kept.map((each) => say(retentionNames[each])).join("、")}
                  </Fact>
                  <Fact name={t("card.seenBy")}>
                    {row.seenBy.map((each) => say(visibilityNames[each])).join("、")}
                  </Fact>
                </Facts>
              </details>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
