import { Button, NativeSelect, TextInput } from "@mantine/core";
import type { PointRow } from "../../../../models/mapping/mapping-file.ts";
import { sourceUnits } from "../../../../models/mapping/source-unit.ts";
import { useWords } from "../../../language/use-words.ts";
import { newLimit, typedNumber, withPart, wordsIn, wordsText } from "./draft.ts";
import { LimitFields } from "./limit-fields.tsx";
import type { PointFieldsProps } from "./point-fields.tsx";

const types = ["number", "boolean", "enum"] as const;
const typeWords = { number: "mapping.number", boolean: "mapping.boolean", enum: "mapping.enum" } as const;

/** Label, conversion, range and alarm rules of a point; folded away until somebody needs them. */
export function PointMore({ point, onChange }: PointFieldsProps) {
  const { t } = useWords();
  const limits = point.limits ?? [];
  const number = (key: "scale" | "offset" | "min" | "max" | "periodS" | "decimals", label: string) => (
    <TextInput
      label={label}
      type="number"
      step="any"
      value={point[key] ?? ""}
      onChange={(event) => onChange(withPart(point, key, typedNumber(event.currentTarget.value)))}
    />
  );
  const label = (key: "zh-CN" | "en", words: string) => (
    <TextInput
      label={words}
      value={point.name?.[key] ?? ""}
      maxLength={120}
      onChange={(event) => onChange(named(point, key, event.currentTarget.value))}
    />
  );
  return (
    <details className="point-more">
      <summary>{t("mapping.more", { point: point.property })}</summary>
      <div className="mapping-fields">
        {label("zh-CN", t("mapping.labelZh"))}
        {label("en", t("mapping.labelEn"))}
        <NativeSelect
          label={t("mapping.type")}
          value={point.type ?? "number"}
          data={types.map((each) => ({ value: each, label: t(typeWords[each]) }))}
          onChange={(event) =>
            onChange(
              withPart(
                point,
                "type",
                types.find((each) => each === event.currentTarget.value),
              ),
            )
          }
        />
        <NativeSelect
          label={t("mapping.fromUnit")}
          value={point.fromUnit ?? ""}
          data={[
            { value: "", label: t("mapping.sameUnit") },
            ...sourceUnits
              .filter((unit) => unit !== "" && unit !== "state")
              .map((unit) => ({ value: unit, label: unit })),
          ]}
          onChange={(event) => {
            const unit = sourceUnits.find((each) => each !== "" && each === event.currentTarget.value);
            onChange(withPart(point, "fromUnit", unit));
          }}
        />
        {number("scale", t("mapping.scale"))}
        {number("offset", t("mapping.offset"))}
        {number("decimals", t("mapping.decimals"))}
        {number("min", t("mapping.min"))}
        {number("max", t("mapping.max"))}
        {number("periodS", t("mapping.periodS"))}
        <label className="mapping-words">
          {t("mapping.words")}
          <textarea
            rows={3}
            defaultValue={wordsText(point.words)}
            onBlur={(event) => onChange(withPart(point, "words", wordsIn(event.currentTarget.value)))}
          />
        </label>
      </div>
      {limits.map((limit, k) => (
        <LimitFields
          // Rules have no name of their own; their order is who they are.
          // oxlint-disable-next-line react/no-array-index-key
          key={k}
          limit={limit}
          onChange={(next) => onChange({ ...point, limits: limits.with(k, next) })}
          onRemove={() => {
            const left = limits.toSpliced(k, 1);
            onChange(withPart(point, "limits", left.length === 0 ? undefined : left));
          }}
        />
      ))}
      <Button size="compact-sm" onClick={() => onChange({ ...point, limits: [...limits, newLimit()] })}>
        {t("mapping.addLimit")}
      </Button>
    </details>
  );
}

function named(point: PointRow, key: "zh-CN" | "en", typed: string): PointRow {
  const name = withPart(point.name ?? {}, key, typed === "" ? undefined : typed);
  return withPart(point, "name", Object.keys(name).length === 0 ? undefined : name);
}
