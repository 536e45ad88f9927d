import { Button, Progress } from "@mantine/core";
import { useState } from "react";
import { useDesk } from "../../components/desk-context.ts";
import { Panel } from "../../components/panel.tsx";
import { usePolled } from "../../components/polled.ts";
import { useFormats } from "../../components/use-formats.ts";
import { useWords } from "../../language/use-words.ts";
import { communityFileAnswer } from "./answers.ts";
import { FileDrop } from "./file-drop.tsx";
import { stepWords, useHanding } from "./handing.ts";
import "./community-file-panel.css";

const path = "/api/v1/community/file";
const everyMs = 1000;

/** Where an administrator hands in another community, and sees what came of it. */
export function CommunityFilePanel() {
  const { drop } = useDesk();
  const { t, say } = useWords();
  const formats = useFormats();
  const { polled, again } = usePolled(path, communityFileAnswer, everyMs);
  const { handing, hand } = useHanding(path);
  const [file, setFile] = useState<File | null>(null);
  const here = polled.state === "here" ? polled.body : null;
  const megabytes = (bytes: number): string => formats.number(bytes / 1e6, 0.1);
  const busy = handing.state === "sending";
  const uploaded = here?.uploaded ?? null;
  const reading = here?.reading ?? null;
  const choose = (chosen: File | null): void => {
    if (!busy) setFile(chosen);
  };
  return (
    <Panel
      title={t("communityFile.title")}
      note={t("communityFile.how", { most: megabytes(here?.mostBytes ?? 0) })}
      className="community-file"
    >
      {uploaded !== null && (
        <div className="community-file-stands">
          <p>
            {t("communityFile.stands", {
              name: uploaded.name,
              size: megabytes(uploaded.bytes),
              at: formats.dateTime(uploaded.atMs),
            })}
          </p>
          <Button size="compact-sm" disabled={busy} onClick={() => void drop(path).then(again)}>
            {t("communityFile.putBack")}
          </Button>
        </div>
      )}
      {file === null ? (
        <FileDrop label={t("communityFile.drop")} onFile={choose} />
      ) : (
        <div className="community-file-chosen">
          <p>{t("communityFile.chosen", { name: file.name, size: megabytes(file.size) })}</p>
          <div className="community-file-acts">
            <Button size="compact-sm" disabled={busy} onClick={() => void hand(file).then(again)}>
              {t("communityFile.replace")}
            </Button>
            <Button size="compact-sm" variant="default" disabled={busy} onClick={() => choose(null)}>
              {t("communityFile.another")}
            </Button>
          </div>
        </div>
      )}
      {busy && (
        <div className="community-file-progress">
          {reading === null ? (
            <Bar name={t("communityFile.sending")} share={handing.share} />
          ) : (
            <Bar
              name={t("communityFile.reading", { step: t(stepWords[reading.step]) })}
              share={reading.share}
            />
          )}
        </div>
      )}
      <div role="status">
        {handing.state === "taken" && (
          <p className="community-file-taken">
            {t("communityFile.taken", {
              name: say(handing.name),
              buildings: formats.number(handing.buildings, 1),
              triangles: formats.number(handing.triangles, 1),
              skipped: formats.number(handing.skipped, 1),
            })}
          </p>
        )}
      </div>
      <div role="alert">
        {handing.state === "refused" && (
          <p className="office-failed">
            {t("communityFile.refused")} {say(handing.sentence)}
          </p>
        )}
      </div>
    </Panel>
  );
}

function Bar({ name, share }: { readonly name: string; readonly share: number }) {
  return (
    <>
      <span>{name}</span>
      <Progress aria-label={name} value={share * 100} />
      <span className="numeric">{Math.floor(share * 100)} %</span>
    </>
  );
}
