import { NativeSelect } from "@mantine/core";
import { verdictNames } from "../../../language/names/verdict-names.ts";
import { useWords } from "../../../language/use-words.ts";
import { fateOf, withFate, withPoint, type Fate } from "./draft.ts";
import type { PreviewAnswer } from "./mapping-answers.ts";
import { PointFields } from "./point-fields.tsx";
import { PointMore } from "./point-more.tsx";
import type { MappingFieldsProps } from "./what-fields.tsx";

type Value = Extract<PreviewAnswer, { ok: true }>["values"][number];

interface ValueRowsProps extends MappingFieldsProps {
  readonly values: readonly Value[];
}

const fits = (verdict: string): boolean => ["fits", "left-out", "not-here"].includes(verdict);

/** Every value a device has shown, and what becomes of it. */
export function ValueRows({ row, onChange, values }: ValueRowsProps) {
  const { t, say } = useWords();
  // What the row speaks of is listed even before the preview is here.
  const pointers = [
    ...new Set([...row.points.map(({ from }) => from), ...values.map(({ pointer }) => pointer)]),
  ];
  const valueAt = new Map(values.map((value) => [value.pointer, value]));
  return (
    <fieldset className="mapping-fields mapping-values">
      <legend>{t("mapping.values")}</legend>
      <p className="panel-note">{t("mapping.valuesHow")}</p>
      <ul>
        {pointers.map((pointer) => {
          const value = valueAt.get(pointer);
          const point = row.points.find(({ from }) => from === pointer);
          const verdict = value && verdictNames.get(value.verdict);
          return (
            <li key={pointer} className={`value-row value-${fateOf(row, pointer)}`}>
              <div className="value-place">
                <code>{pointer}</code>
                <span className="panel-note">{value?.shape}</span>
                {verdict !== undefined && (
                  <span
                    className={value && !fits(value.verdict) ? "value-verdict value-doubt" : "value-verdict"}
                  >
                    {say(verdict)}
                  </span>
                )}
              </div>
              <NativeSelect
                aria-label={`${t("mapping.becomes")} ${pointer}`}
                value={fateOf(row, pointer)}
                data={[
                  { value: "point", label: t("mapping.point") },
                  { value: "left-out", label: t("mapping.leaveOut") },
                  { value: "waits", label: t("mapping.waitsToo") },
                ]}
                onChange={(event) => {
                  const fate = fates.find((each) => each === event.currentTarget.value) ?? "waits";
                  onChange(withFate(row, pointer, fate, value?.shape ?? ""));
                }}
              />
              {point && (
                <PointFields
                  kind={row.kind}
                  point={point}
                  onChange={(next) => onChange(withPoint(row, next))}
                />
              )}
              {point && (
                <PointMore
                  kind={row.kind}
                  point={point}
                  onChange={(next) => onChange(withPoint(row, next))}
                />
              )}
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}

const fates: readonly Fate[] = ["point", "left-out", "waits"];
