import { useMemo } from "react";
import { formatsFor, type Formats } from "../language/formats.ts";
import { useWords } from "../language/use-words.ts";
import { useDesk } from "./desk-context.ts";

/** Numbers and times in the person's language and the community's zone. */
export function useFormats(): Formats {
  const { community } = useDesk();
  const { language } = useWords();
  return useMemo(() => formatsFor(language, community.timeZone), [language, community.timeZone]);
}
