import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { useWords } from "../../../language/use-words.ts";

/** Asks, in place, why a rule is to be as usual again. */
export function RemoveForm({
  onRemove,
  onCancel,
}: {
  readonly onRemove: (reason: string) => void;
  readonly onCancel: () => void;
}) {
  const { t } = useWords();
  const [reason, setReason] = useState("");
  return (
    <form
      className="rules-buttons"
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() !== "") onRemove(reason.trim());
      }}
    >
      <TextInput
        aria-label={t("rules.removeSure")}
        placeholder={t("rules.removeSure")}
        value={reason}
        maxLength={500}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
      <Button type="submit" variant="filled" disabled={reason.trim() === ""}>
        {t("rules.remove")}
      </Button>
      <Button onClick={onCancel}>{t("rules.cancel")}</Button>
    </form>
  );
}
