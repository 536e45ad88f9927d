import { Button } from "@mantine/core";
import { useState } from "react";
import { overrideKey } from "../../../../models/alarm/rules/override-file.ts";
import type { RuleOverride } from "../../../../models/alarm/rules/overrides.ts";
import { may } from "../../../../models/duty/authority.ts";
import { DataTable } from "../../../components/data-table.tsx";
import { useDesk } from "../../../components/desk-context.ts";
import { Panel } from "../../../components/panel.tsx";
import { useFormats } from "../../../components/use-formats.ts";
import { useWords } from "../../../language/use-words.ts";
import { draftOf, emptyDraft, type RuleDraft } from "./rule-draft.ts";
import { RuleForm } from "./rule-form.tsx";
import { RuleFile } from "./rule-file.tsx";
import { RemoveForm } from "./remove-form.tsx";
import { limitById, useRuleWords } from "./use-rule-words.ts";
import { useRules, type Rules } from "./use-rules.ts";
import "./rules.css";

/** The supervisor's page: what of the alarm rules is otherwise, for whom, why, and who said so. */
export default function RulesPage() {
  const { session } = useDesk();
  const { t } = useWords();
  if (!may({ duty: session.duty, dwelling: null }, "set-rules"))
    return <p className="card-note">{t("rules.notYours")}</p>;
  return <RuleList />;
}

function RuleList() {
  const { t, say } = useWords();
  const rules = useRules();
  const [draft, setDraft] = useState<RuleDraft | null>(null);
  const { polled } = rules;
  return (
    <div className="rules-page" id="list">
      <Panel title={t("rules.title")} note={t("rules.note")} side={<RuleFile take={rules.take} />}>
        <p role="status" className="rules-said">
          {rules.said}
        </p>
        {polled.state === "loading" && <p className="card-note">{t("figure.loading")}</p>}
        {polled.state === "failed" && <p className="card-note">{say(polled.sentence)}</p>}
        {polled.state === "here" && (
          <RuleRows overrides={polled.body} remove={rules.remove} onChange={(of) => setDraft(draftOf(of))} />
        )}
        {draft === null ? (
          <div className="rules-buttons">
            <Button onClick={() => setDraft(emptyDraft)}>{t("rules.add")}</Button>
          </div>
        ) : (
          <RuleForm
            key={`${draft.limit} ${draft.place}`}
            first={draft}
            save={rules.set}
            onDone={() => setDraft(null)}
          />
        )}
      </Panel>
    </div>
  );
}

interface RuleRowsProps {
  readonly overrides: readonly RuleOverride[];
  readonly remove: Rules["remove"];
  readonly onChange: (of: RuleOverride) => void;
}

function RuleRows({ overrides, remove, onChange }: RuleRowsProps) {
  const { t } = useWords();
  const heads = [
    ...[t("rules.rule"), t("rules.place"), t("rules.changes")],
    ...[t("rules.reason"), t("rules.who"), t("rules.doing")],
  ];
  return (
    <DataTable label={t("rules.title")} heads={heads} empty={t("rules.none")}>
      {overrides.map((override) => (
        <RuleRow
          key={overrideKey(override)}
          override={override}
          remove={remove}
          onChange={() => onChange(override)}
        />
      ))}
    </DataTable>
  );
}

function RuleRow({
  override,
  remove,
  onChange,
}: {
  readonly override: RuleOverride;
  readonly remove: Rules["remove"];
  readonly onChange: () => void;
}) {
  const { t, say } = useWords();
  const formats = useFormats();
  const ruleWords = useRuleWords();
  const [asking, setAsking] = useState(false);
  const limit = limitById.get(override.limit);
  return (
    <tr>
      <td>
        {limit === undefined ? override.limit : say(limit.message)} <small>{override.limit}</small>
      </td>
      <td>{ruleWords.place(override.at)}</td>
      <td>{ruleWords.changes(override.set)}</td>
      <td>{override.reason}</td>
      <td>
        {override.who} <small>{`${formats.date(override.atMs)} ${formats.hour(override.atMs)}`}</small>
      </td>
      <td>
        {asking ? (
          <RemoveForm
            onRemove={(reason) => void remove(override, reason)}
            onCancel={() => setAsking(false)}
          />
        ) : (
          <div className="rules-buttons">
            <Button onClick={onChange}>{t("rules.change")}</Button>
            <Button onClick={() => setAsking(true)}>{t("rules.remove")}</Button>
          </div>
        )}
      </td>
    </tr>
  );
}
