import { NativeSelect, TextInput } from "@mantine/core";
import { useDesk } from "../../../components/desk-context.ts";
import { useWords } from "../../../language/use-words.ts";
import { placeKinds, type RuleDraft } from "./rule-draft.ts";

interface PlaceFieldsProps {
  readonly draft: RuleDraft;
  readonly put: (part: Partial<RuleDraft>) => void;
}

/** Where a rule is otherwise: the fields of the place that was chosen, filled by what is selected. */
export function PlaceFields({ draft, put }: PlaceFieldsProps) {
  const { community, view } = useDesk();
  const { t, say } = useWords();
  const none = { value: "", label: "–" };
  return (
    <>
      <NativeSelect
        label={t("rules.place")}
        value={draft.place}
        data={placeKinds.map((value) => ({ value, label: t(`rules.${value}`) }))}
        onChange={({ currentTarget: { value } }) => {
          const place = placeKinds.find((each) => each === value) ?? "everywhere";
          const { selection } = view.get();
          put({
            place,
            ...(selection.kind === "device" && draft.device === "" && { device: selection.device }),
            ...(selection.kind === "building" && draft.building === "" && { building: selection.building }),
          });
        }}
      />
      {draft.place === "cell" && (
        <NativeSelect
          label={t("rules.cell")}
          value={draft.cell}
          required
          data={[none, ...community.gridCells.map(({ id, name }) => ({ value: id, label: say(name) }))]}
          onChange={({ currentTarget }) => put({ cell: currentTarget.value })}
        />
      )}
      {(draft.place === "building" || draft.place === "storey") && (
        <NativeSelect
          label={t("rules.building")}
          value={draft.building}
          required
          data={[none, ...community.buildings.map(({ id, name }) => ({ value: id, label: say(name) }))]}
          onChange={({ currentTarget }) => put({ building: currentTarget.value })}
        />
      )}
      {draft.place === "storey" && (
        <TextInput
          type="number"
          label={t("rules.storey")}
          value={draft.storey}
          required
          onChange={({ currentTarget }) => put({ storey: currentTarget.value })}
        />
      )}
      {draft.place === "device" && (
        <TextInput
          label={t("rules.device")}
          value={draft.device}
          required
          maxLength={128}
          onChange={({ currentTarget }) => put({ device: currentTarget.value })}
        />
      )}
    </>
  );
}
