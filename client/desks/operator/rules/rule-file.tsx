import { Button, FileButton, TextInput } from "@mantine/core";
import { useState } from "react";
import { useWords } from "../../../language/use-words.ts";
import type { Rules } from "./use-rules.ts";

interface ChosenFile {
  readonly name: string;
  /** Undefined where it is no JSON. */
  readonly file: unknown;
}

async function chosenFrom(file: File): Promise<ChosenFile> {
  try {
    return { name: file.name, file: JSON.parse(await file.text()) as unknown };
  } catch {
    return { name: file.name, file: undefined };
  }
}

/** All that is otherwise as a file, out and in again; an import has a reason as every change has. */
export function RuleFile({ take }: { readonly take: Rules["take"] }) {
  const { t } = useWords();
  const [chosen, setChosen] = useState<ChosenFile | null>(null);
  const [reason, setReason] = useState("");
  if (chosen === null)
    return (
      <div className="rules-buttons">
        <Button component="a" href="/api/v1/alarm-rules/overrides" download="alarm-rules.json">
          {t("rules.export")}
        </Button>
        <FileButton
          accept="application/json,.json"
          onChange={(file) => void (file !== null && chosenFrom(file).then(setChosen))}
        >
          {(props) => <Button {...props}>{t("rules.import")}</Button>}
        </FileButton>
      </div>
    );
  return (
    <form
      className="rules-buttons"
      onSubmit={(event) => {
        event.preventDefault();
        void take(chosen.file, reason.trim()).then((ok) => ok && setChosen(null));
      }}
    >
      {chosen.file === undefined && <span>{t("rules.unreadable")}</span>}
      <TextInput
        aria-label={t("rules.importReason")}
        placeholder={t("rules.importReason")}
        value={reason}
        maxLength={500}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
      <Button type="submit" variant="filled" disabled={chosen.file === undefined || reason.trim() === ""}>
        {t("rules.importDo", { file: chosen.name })}
      </Button>
      <Button onClick={() => setChosen(null)}>{t("rules.cancel")}</Button>
    </form>
  );
}
