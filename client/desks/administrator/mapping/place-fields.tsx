import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useEffect, useState } from "react";
import type { DocumentBuilding } from "../../../../models/community/community.ts";
import type { PlaceRow } from "../../../../models/mapping/mapping-file.ts";
import { useDesk } from "../../../components/desk-context.ts";
import { ScenePane } from "../../../components/scene-pane.tsx";
import { useBuildings } from "../../../components/use-names.ts";
import { usePart } from "../../../components/use-signal.ts";
import { useWords } from "../../../language/use-words.ts";
import { typedNumber, withPart, withPlace } from "./draft.ts";
import type { MappingFieldsProps } from "./what-fields.tsx";

const axes = ["mapping.east", "mapping.north", "mapping.up"] as const;

/** Where a device is: by the form, by the list of buildings, or by a click on the model. */
export function PlaceFields({ row, onChange }: MappingFieldsProps) {
  const { t, say } = useWords();
  const buildings = useBuildings();
  const [picking, setPicking] = useState(false);
  const place = row.at ?? {};
  const put = (next: PlaceRow): void => onChange(withPlace(row, next));
  const position = Array.isArray(place.position) ? place.position : null;
  const setAxis = (axis: number, typed: string): void => {
    const [east = 0, north = 0, up = 0] = (position ?? [0, 0, 0]).with(axis, typedNumber(typed) ?? 0);
    put({ ...place, position: [east, north, up] });
  };
  const text = (key: "dwelling" | "space", label: string) => (
    <TextInput
      label={label}
      value={place[key] ?? ""}
      maxLength={256}
      onChange={(event) => put(withPart(place, key, event.currentTarget.value || undefined))}
    />
  );
  return (
    <fieldset className="mapping-fields">
      <legend>{t("mapping.where")}</legend>
      <NativeSelect
        label={t("mapping.building")}
        value={place.building ?? ""}
        data={[
          { value: "", label: t("mapping.outdoors") },
          ...[...buildings.values()].map(({ id, name }) => ({ value: String(id), label: say(name) })),
        ]}
        onChange={(event) => put(withPart(place, "building", event.currentTarget.value || undefined))}
      />
      <TextInput
        label={t("mapping.storey")}
        type="number"
        value={place.storey ?? ""}
        onChange={(event) => put(withPart(place, "storey", typedNumber(event.currentTarget.value)))}
      />
      {text("dwelling", t("mapping.dwelling"))}
      {text("space", t("mapping.space"))}
      {axes.map((label, axis) => (
        <TextInput
          key={label}
          label={t(label)}
          type="number"
          step="any"
          value={position?.[axis] ?? ""}
          onChange={(event) => setAxis(axis, event.currentTarget.value)}
        />
      ))}
      <Button className="mapping-pick" aria-expanded={picking} onClick={() => setPicking(!picking)}>
        {picking ? t("mapping.stopPicking") : t("mapping.pick")}
      </Button>
      {picking && <ModelPick onPick={(found) => put({ ...place, ...found })} />}
    </fieldset>
  );
}

/** The model; a building that is selected while it is open is the place. */
function ModelPick({ onPick }: { readonly onPick: (place: PlaceRow) => void }) {
  const { view } = useDesk();
  const { t } = useWords();
  const buildings = useBuildings();
  const selection = usePart(view, "selection");
  const [before] = useState(selection);
  useEffect(() => {
    if (selection === before || selection.kind !== "building") return;
    const building = buildings.get(selection.building);
    if (building) onPick(placeOn(building, selection.storey));
    // The place follows the selection alone, not every change of the form.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [selection]);
  return (
    <div className="mapping-model">
      <p className="panel-note">{t("mapping.picking")}</p>
      <ScenePane />
    </div>
  );
}

const plates = (value: number): number => Math.round(value * 10) / 10;

/** Above the middle of a building, or in the middle of one of its storeys. */
function placeOn(building: DocumentBuilding, storey: number | null): PlaceRow {
  const [ring = []] = building.footprint;
  const middle = (axis: 0 | 1): number =>
    ring.reduce((sum, point) => sum + point[axis], 0) / Math.max(1, ring.length);
  const storeyM = building.heightM / Math.max(1, building.storeys ?? 1);
  const upM =
    storey === null ? building.heightM + 1.5 : (Math.abs(storey) - 0.5) * storeyM * Math.sign(storey);
  return {
    building: building.id,
    ...(storey !== null && { storey }),
    position: [plates(middle(0)), plates(middle(1)), plates(building.baseM + upM)],
  };
}
