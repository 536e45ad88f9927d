import { useEffect, useMemo, useRef } from "react";
import type { MessageKey } from "../../language/messages.ts";
import { useWords } from "../../language/use-words.ts";
import { useDesk } from "../desk-context.ts";
import type { FindAction } from "./thing.ts";

type Acts = Readonly<Record<string, () => void>>;

/**
 * What a desk's keys do, as things to find, and what every desk can do besides.
 * @param keyed which of the keys have which name.
 * @param more what has no key of its own.
 */
export function useFindActions(
  keys: Acts,
  keyed: readonly (readonly [MessageKey, string])[],
  more: readonly FindAction[] = [],
): readonly FindAction[] {
  const { looks } = useDesk();
  const { language, choose } = useWords();
  const newest = useRef(keys);
  useEffect(() => {
    newest.current = keys;
  });
  return useMemo(
    () => [
      ...keyed.map(([name, key]) => ({ name, key, act: () => newest.current[key]?.() })),
      ...more,
      { name: "find.theme", act: () => looks.choose(looks.theme.get() === "dark" ? "light" : "dark") },
      { name: "find.language", act: () => choose(language === "en" ? "zh-CN" : "en") },
    ],
    [keyed, more, looks, language, choose],
  );
}
