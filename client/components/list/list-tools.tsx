import { CloseButton, NativeSelect, TextInput } from "@mantine/core";
import { useMemo, type RefObject } from "react";
import { kindOf } from "../../../models/device/catalogue.ts";
import type { KindId } from "../../../models/ids.ts";
import { useWords } from "../../language/use-words.ts";
import { useDesk } from "../desk-context.ts";
import { useSignal } from "../use-signal.ts";
import { buildingOrders, type BuildingOrder } from "./building-filter.ts";
import { deviceOrders, standings, type DeviceFilter } from "./device-filter.ts";
import "./list-tools.css";

interface FilterBoxProps {
  readonly words: string;
  readonly onWords: (words: string) => void;
  readonly box: RefObject<HTMLInputElement | null>;
}

export function FilterBox({ words, onWords, box }: FilterBoxProps) {
  const { t } = useWords();
  return (
    <TextInput
      ref={box}
      className="list-filter"
      aria-label={t("keys.find")}
      placeholder={t("list.filter")}
      value={words}
      onChange={(event) => onWords(event.currentTarget.value)}
      rightSection={
        words !== "" && <CloseButton size="sm" aria-label={t("list.clear")} onClick={() => onWords("")} />
      }
    />
  );
}

type Choice = Omit<DeviceFilter, "words">;

const standingKeys = {
  every: "list.everyState",
  abnormal: "list.abnormal",
  alerting: "list.alerting",
  stale: "list.stale",
  poor: "list.poor",
} as const;
const orderKeys = {
  state: "list.byState",
  name: "list.byName",
  kind: "list.byKind",
  place: "list.byPlace",
  height: "list.byHeight",
  age: "list.byAge",
} as const;

/** The kinds that occur among the devices one may see, by name. */
function useKindsHere(): readonly { readonly value: string; readonly label: string }[] {
  const { replica } = useDesk();
  const { say, language } = useWords();
  const devices = useSignal(replica.devices);
  return useMemo(() => {
    const nameOf = (id: KindId): string => {
      const name = kindOf(id)?.name;
      return name === undefined ? id : say(name);
    };
    const collator = new Intl.Collator(language);
    return [...new Set(devices.map(({ device }) => device.kind))]
      .map((id) => ({ value: id, label: nameOf(id) }))
      .toSorted((a, b) => collator.compare(a.label, b.label));
  }, [devices, say, language]);
}

export function DeviceTools({
  choice,
  onChoice,
}: {
  readonly choice: Choice;
  readonly onChoice: (choice: Choice) => void;
}) {
  const { t } = useWords();
  const kinds = useKindsHere();
  return (
    <>
      <NativeSelect
        aria-label={t("list.kind")}
        value={choice.kind ?? ""}
        data={[{ value: "", label: t("list.everyKind") }, ...kinds]}
        onChange={({ currentTarget: { value } }) =>
          onChoice({ ...choice, kind: value === "" ? null : (value as KindId) })
        }
      />
      <NativeSelect
        aria-label={t("list.state")}
        value={choice.standing}
        data={standings.map((value) => ({ value, label: t(standingKeys[value]) }))}
        onChange={({ currentTarget: { value } }) =>
          onChoice({ ...choice, standing: standings.find((each) => each === value) ?? "every" })
        }
      />
      <NativeSelect
        aria-label={t("list.sort")}
        value={choice.order}
        data={deviceOrders.map((value) => ({ value, label: t(orderKeys[value]) }))}
        onChange={({ currentTarget: { value } }) =>
          onChoice({ ...choice, order: deviceOrders.find((each) => each === value) ?? "state" })
        }
      />
    </>
  );
}

interface BuildingToolsProps {
  readonly order: BuildingOrder;
  readonly onOrder: (order: BuildingOrder) => void;
}

export function BuildingTools({ order, onOrder }: BuildingToolsProps) {
  const { t } = useWords();
  return (
    <NativeSelect
      aria-label={t("list.sort")}
      value={order}
      data={buildingOrders.map((value) => ({ value, label: t(orderKeys[value]) }))}
      onChange={({ currentTarget: { value } }) =>
        onOrder(buildingOrders.find((each) => each === value) ?? "name")
      }
    />
  );
}
