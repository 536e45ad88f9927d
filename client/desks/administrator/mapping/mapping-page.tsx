import { Button } from "@mantine/core";
import { useRef, useState } from "react";
import { parseJson } from "../../../../models/formats/json-text.ts";
import { problemOf } from "../../../../models/formats/problem.ts";
import { useDesk } from "../../../components/desk-context.ts";
import { usePolled } from "../../../components/polled.ts";
import { useWords } from "../../../language/use-words.ts";
import { DeviceMapping } from "./device-mapping.tsx";
import { ForeignDeviceList } from "./foreign-device-list.tsx";
import { devicesAnswer, importAnswer } from "./mapping-answers.ts";
import "./mapping.css";

const everyMs = 5000;

/** Devices of foreign sources: those that wait to be mapped, and those that are. */
export function MappingPage({ onClose }: { readonly onClose: () => void }) {
  const { t, say } = useWords();
  const { polled, again } = usePolled("/api/v1/mapping/devices", devicesAnswer, everyMs);
  const [chosen, setChosen] = useState<string | null>(null);
  const devices = polled.state === "here" ? polled.body.devices : [];
  return (
    <main className="mapping-page" aria-label={t("mapping.title")}>
      <header className="mapping-head">
        <div>
          <h2>{t("mapping.title")}</h2>
          <p className="panel-note">{t("mapping.how")}</p>
        </div>
        <MappingFileButtons onImported={again} />
        <Button onClick={onClose}>{t("mapping.back")}</Button>
      </header>
      <section className="mapping-devices" aria-label={t("mapping.devices")}>
        {polled.state === "failed" && (
          <p className="office-failed">{t("office.failed", { sentence: say(polled.sentence) })}</p>
        )}
        <ForeignDeviceList devices={devices} chosen={chosen} onChoose={setChosen} />
      </section>
      {chosen === null ? (
        <p className="mapping-empty">{devices.length === 0 ? t("mapping.none") : t("mapping.chooseOne")}</p>
      ) : (
        <DeviceMapping
          key={chosen}
          device={chosen}
          mapped={devices.find(({ id }) => id === chosen)?.row ?? null}
          onChanged={again}
        />
      )}
    </main>
  );
}

function MappingFileButtons({ onImported }: { readonly onImported: () => void }) {
  const { tell } = useDesk();
  const { t, say } = useWords();
  const box = useRef<HTMLInputElement>(null);
  const [told, setTold] = useState("");
  const take = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    const written = await file.text();
    const json = problemOf(() => parseJson(written));
    if (!json.ok) {
      setTold(t("mapping.failed", { sentence: say(json.problem.sentence) }));
      return;
    }
    const asked = await tell("/api/v1/mapping/import", json.result);
    const read = asked.ok ? importAnswer.safeParse(asked.body) : null;
    if (asked.ok) setTold(t("mapping.imported", { n: read?.success ? read.data.rows : 0 }));
    else setTold(t("mapping.failed", { sentence: say(asked.sentence) }));
    onImported();
  };
  return (
    <div className="mapping-files">
      <Button component="a" href="/api/v1/mapping" download="courtyard-mapping.json">
        {t("mapping.exportFile")}
      </Button>
      <Button onClick={() => box.current?.click()}>{t("mapping.importFile")}</Button>
      <input
        ref={box}
        hidden
        type="file"
        accept="application/json,.json"
        aria-label={t("mapping.importFile")}
        onChange={({ currentTarget }) => {
          void take(currentTarget.files?.[0]);
          currentTarget.value = "";
        }}
      />
      <span role="status" className="panel-note">
        {told}
      </span>
    </div>
  );
}
