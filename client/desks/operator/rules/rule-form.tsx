import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useState } from "react";
import { catalogue } from "../../../../models/device/catalogue.ts";
import { priorities } from "../../../../models/device/kind.ts";
import { parties } from "../../../../models/device/parties.ts";
import { ruleNumberNames } from "../../../language/names/rule-names.ts";
import { useWords } from "../../../language/use-words.ts";
import { PlaceFields } from "./place-fields.tsx";
import { ResponseFields } from "./response-fields.tsx";
import { askedBy, numberFields, type RuleDraft } from "./rule-draft.ts";
import { limitById } from "./use-rule-words.ts";
import type { Rules } from "./use-rules.ts";

interface RuleFormProps {
  readonly first: RuleDraft;
  readonly save: Rules["set"];
  readonly onDone: () => void;
}

const kinds = [...catalogue.values()].filter(({ limits }) => limits.length > 0);
const kindOfLimit = (id: string) => kinds.find(({ limits }) => limits.some((limit) => limit.id === id));

/** A rule, a place, what is otherwise there and why. A field left empty stays as usual, which stands in it in grey. */
export function RuleForm({ first, save, onDone }: RuleFormProps) {
  const { t, say } = useWords();
  const [draft, setDraft] = useState(first);
  const [kindId, setKindId] = useState(String(kindOfLimit(first.limit)?.id ?? ""));
  const put = (part: Partial<RuleDraft>): void => setDraft((was) => ({ ...was, ...part }));
  const kind = kinds.find(({ id }) => id === kindId);
  const limit = limitById.get(draft.limit);
  const usual: Readonly<Record<string, unknown>> = { ...limit?.condition, ...limit };
  const asUsual = { value: "", label: t("rules.usual") };
  return (
    <form
      className="rule-form"
      aria-label={t("rules.add")}
      onSubmit={(event) => {
        event.preventDefault();
        void save(askedBy(draft)).then((ok) => ok && onDone());
      }}
    >
      <NativeSelect
        label={t("rules.kind")}
        value={kindId}
        required
        data={[{ value: "", label: "–" }, ...kinds.map(({ id, name }) => ({ value: id, label: say(name) }))]}
        onChange={({ currentTarget }) => {
          setKindId(currentTarget.value);
          put({ limit: "", numbers: {} });
        }}
      />
      <NativeSelect
        label={t("rules.rule")}
        value={draft.limit}
        required
        data={[
          { value: "", label: "–" },
          ...(kind?.limits ?? []).map(({ id, message }) => ({ value: String(id), label: say(message) })),
        ]}
        onChange={({ currentTarget }) => put({ limit: currentTarget.value, numbers: {} })}
      />
      <PlaceFields draft={draft} put={put} />
      {limit !== undefined && (
        <>
          <NativeSelect
            label={t("rules.enabled")}
            value={draft.enabled}
            data={[asUsual, { value: "on", label: t("rules.on") }, { value: "off", label: t("rules.off") }]}
            onChange={({ currentTarget: { value } }) =>
              put({ enabled: value === "on" || value === "off" ? value : "" })
            }
          />
          {numberFields(limit).map((field) => (
            <TextInput
              key={field}
              type="number"
              step="any"
              label={say(ruleNumberNames[field])}
              placeholder={usualWords(usual[field])}
              value={draft.numbers[field] ?? ""}
              onChange={({ currentTarget }) =>
                put({ numbers: { ...draft.numbers, [field]: currentTarget.value } })
              }
            />
          ))}
          <NativeSelect
            label={t("rules.priority")}
            value={draft.priority}
            data={[asUsual, ...priorities.map((value) => ({ value, label: value }))]}
            onChange={({ currentTarget }) => put({ priority: currentTarget.value })}
          />
          <NativeSelect
            label={t("rules.party")}
            value={draft.party}
            data={[asUsual, ...[...parties].map(([value, name]) => ({ value, label: say(name) }))]}
            onChange={({ currentTarget }) => put({ party: currentTarget.value })}
          />
          <ResponseFields
            limit={limit.id}
            draft={draft.response}
            onChange={(response) => put({ response })}
          />
        </>
      )}
      <TextInput
        className="rule-reason"
        label={t("rules.reason")}
        value={draft.reason}
        required
        maxLength={500}
        onChange={({ currentTarget }) => put({ reason: currentTarget.value })}
      />
      <div className="rules-buttons">
        <Button type="submit" variant="filled" disabled={limit === undefined || draft.reason.trim() === ""}>
          {t("rules.save")}
        </Button>
        <Button onClick={onDone}>{t("rules.cancel")}</Button>
      </div>
    </form>
  );
}

const usualWords = (usual: unknown): string => (typeof usual === "number" ? String(usual) : "0");
