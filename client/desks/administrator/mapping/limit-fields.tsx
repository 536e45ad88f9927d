import { Button, NativeSelect, TextInput } from "@mantine/core";
import { priorities } from "../../../../models/device/kind.ts";
import type { LimitRow } from "../../../../models/mapping/mapping-file.ts";
import { priorityNames } from "../../../language/names/device-names.ts";
import { useWords } from "../../../language/use-words.ts";
import { conditionOf, typedNumber, withPart } from "./draft.ts";

interface LimitFieldsProps {
  readonly limit: LimitRow;
  readonly onChange: (limit: LimitRow) => void;
  readonly onRemove: () => void;
}

const sorts = ["above", "below", "outside", "is"] as const;
const sortWords = {
  above: "mapping.above",
  below: "mapping.below",
  outside: "mapping.outside",
  is: "mapping.is",
} as const;

/** One alarm rule: when, for how long, how grave, what it says. */
export function LimitFields({ limit, onChange, onRemove }: LimitFieldsProps) {
  const { t, say } = useWords();
  const { condition } = limit;
  const bound = (label: string, value: number, put: (value: number) => LimitRow["condition"]) => (
    <TextInput
      label={label}
      type="number"
      step="any"
      required
      value={value}
      onChange={(event) =>
        onChange({ ...limit, condition: put(typedNumber(event.currentTarget.value) ?? 0) })
      }
    />
  );
  const span = (key: "deadband" | "delayS" | "offDelayS", label: string) => (
    <TextInput
      label={label}
      type="number"
      min={0}
      step="any"
      value={limit[key] ?? ""}
      onChange={(event) => onChange(withPart(limit, key, typedNumber(event.currentTarget.value)))}
    />
  );
  const message = (key: "zh-CN" | "en", language: string) => (
    <TextInput
      label={`${t("mapping.message")} (${language})`}
      value={limit.message[key] ?? ""}
      maxLength={120}
      onChange={(event) =>
        onChange({ ...limit, message: withPart(limit.message, key, event.currentTarget.value || undefined) })
      }
    />
  );
  return (
    <fieldset className="mapping-fields mapping-limit">
      <legend>{t("mapping.limits")}</legend>
      <NativeSelect
        label={t("mapping.when")}
        value={condition.when}
        data={sorts.map((sort) => ({ value: sort, label: t(sortWords[sort]) }))}
        onChange={(event) => {
          const when = sorts.find((each) => each === event.currentTarget.value) ?? "above";
          onChange({ ...limit, condition: conditionOf(when, condition) });
        }}
      />
      {condition.when === "outside" ? (
        <>
          {bound(t("mapping.low"), condition.low, (low) => ({ ...condition, low }))}
          {bound(t("mapping.high"), condition.high, (high) => ({ ...condition, high }))}
        </>
      ) : (
        bound(t("mapping.limitValue"), condition.value, (value) => ({ ...condition, value }))
      )}
      {span("deadband", t("mapping.deadband"))}
      {span("delayS", t("mapping.delayS"))}
      {span("offDelayS", t("mapping.offDelayS"))}
      <NativeSelect
        label={t("mapping.priority")}
        value={limit.priority}
        data={priorities.map((each) => ({ value: each, label: `${each} ${say(priorityNames[each])}` }))}
        onChange={(event) =>
          onChange({
            ...limit,
            priority: priorities.find((each) => each === event.currentTarget.value) ?? "P3",
          })
        }
      />
      {message("zh-CN", "中文")}
      {message("en", "English")}
      <Button size="compact-sm" className="mapping-pick" onClick={onRemove}>
        {t("mapping.removeLimit")}
      </Button>
    </fieldset>
  );
}
