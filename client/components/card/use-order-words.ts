import type { PointSpec } from "../../../models/device/kind.ts";
import { orderNames } from "../../language/names/command-names.ts";
import { useWords } from "../../language/use-words.ts";
import { useFormats } from "../use-formats.ts";

/** What an order does, in words. */
export function useOrderWords(spec: PointSpec): (value: number | string) => string {
  const { t, say } = useWords();
  const formats = useFormats();
  return (value) => {
    if (typeof value === "number") {
      const words = `${formats.value(spec, value)} ${formats.unit(spec.unit)}`.trim();
      return t("command.set", { value: words });
    }
    const name = orderNames.get(`${spec.property} ${value}`);
    return name === undefined ? formats.value(spec, spec.values.indexOf(value)) : say(name);
  };
}
