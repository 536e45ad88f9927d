import { NativeSelect, TextInput } from "@mantine/core";
import { visibilities, type Visibility } from "../../../../models/device/kind.ts";
import type { PointRow } from "../../../../models/mapping/mapping-file.ts";
import { units } from "../../../../models/quantity.ts";
import { visibilityNames } from "../../../language/names/device-names.ts";
import { useWords } from "../../../language/use-words.ts";
import { knownKind, withPart } from "./draft.ts";

export interface PointFieldsProps {
  readonly kind: string;
  readonly point: PointRow;
  readonly onChange: (point: PointRow) => void;
}

/** What the catalogue keeps closer nobody opens. */
const notMoreOpen = (kept: Visibility = "public"): readonly Visibility[] =>
  visibilities.slice(visibilities.indexOf(kept));

/** How a point is shown: its name, unit and decimals, and to whom. */
export function PointFields({ kind, point, onChange }: PointFieldsProps) {
  const { t, say } = useWords();
  const inCatalogue = knownKind(kind)?.points.find(({ property }) => property === point.property);
  const named = (what: string): string => `${what} · ${point.from}`;
  return (
    <>
      <TextInput
        aria-label={named(t("mapping.point"))}
        value={point.property}
        required
        maxLength={64}
        onChange={(event) => onChange({ ...point, property: event.currentTarget.value })}
      />
      <NativeSelect
        aria-label={named(t("mapping.unit"))}
        value={inCatalogue?.unit ?? point.unit ?? ""}
        disabled={inCatalogue !== undefined}
        data={units
          .filter((unit) => unit !== "state" || inCatalogue?.unit === "state")
          .map((unit) => ({
            value: unit,
            label: unit === "" || unit === "state" ? t("mapping.noUnit") : unit,
          }))}
        onChange={(event) => {
          const unit = units.find((each) => each === event.currentTarget.value);
          onChange(withPart(point, "unit", unit === "" ? undefined : unit));
        }}
      />
      <NativeSelect
        aria-label={named(t("mapping.visibility"))}
        value={point.visibility ?? inCatalogue?.visibility ?? "personal"}
        data={notMoreOpen(inCatalogue?.visibility).map((each) => ({
          value: each,
          label: say(visibilityNames[each]),
        }))}
        onChange={(event) => {
          const visibility = visibilities.find((each) => each === event.currentTarget.value);
          onChange(withPart(point, "visibility", visibility));
        }}
      />
    </>
  );
}
