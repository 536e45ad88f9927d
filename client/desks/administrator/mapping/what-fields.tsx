import { NativeSelect, TextInput } from "@mantine/core";
import { useMemo } from "react";
import { catalogue } from "../../../../models/device/catalogue.ts";
import { isRecordedKind } from "../../../../models/device/kinds/recorded.ts";
import { parties } from "../../../../models/device/parties.ts";
import type { MappingRow } from "../../../../models/mapping/mapping-file.ts";
import { useWords } from "../../../language/use-words.ts";
import { knownKind, withKind, withPart } from "./draft.ts";

export interface MappingFieldsProps {
  readonly row: MappingRow;
  readonly onChange: (row: MappingRow) => void;
}

/** What a device is: its names, its kind, who answers for it. */
export function WhatFields({ row, onChange }: MappingFieldsProps) {
  const { t, say, language } = useWords();
  const kinds = useMemo(() => {
    const collator = new Intl.Collator(language);
    return [...catalogue.values()]
      .filter(({ id }) => !isRecordedKind(id))
      .map(({ id, name }) => ({ value: String(id), label: say(name) }))
      .toSorted((a, b) => collator.compare(a.label, b.label));
  }, [say, language]);
  const beyond = knownKind(row.kind) === undefined;
  const rename = (key: "zh-CN" | "en", typed: string): void =>
    onChange({ ...row, name: withPart(row.name ?? {}, key, typed === "" ? undefined : typed) });
  return (
    <fieldset className="mapping-fields">
      <legend>{t("mapping.what")}</legend>
      <TextInput
        label={t("mapping.nameZh")}
        value={row.name?.["zh-CN"] ?? ""}
        maxLength={120}
        onChange={(event) => rename("zh-CN", event.currentTarget.value)}
      />
      <TextInput
        label={t("mapping.nameEn")}
        value={row.name?.en ?? ""}
        maxLength={120}
        onChange={(event) => rename("en", event.currentTarget.value)}
      />
      <NativeSelect
        label={t("mapping.kind")}
        value={beyond ? "" : row.kind}
        data={[{ value: "", label: t("mapping.ownKind") }, ...kinds]}
        onChange={(event) => onChange(withKind(row, event.currentTarget.value || "device"))}
      />
      {beyond && (
        <TextInput
          label={t("mapping.kindName")}
          value={row.kind}
          required
          maxLength={64}
          onChange={(event) => onChange(withKind(row, event.currentTarget.value))}
        />
      )}
      <NativeSelect
        label={t("mapping.party")}
        value={row.party ?? ""}
        data={[
          { value: "", label: t("mapping.partyOfKind") },
          ...[...parties].map(([id, name]) => ({ value: String(id), label: say(name) })),
        ]}
        onChange={(event) => onChange(withPart(row, "party", event.currentTarget.value || undefined))}
      />
    </fieldset>
  );
}
