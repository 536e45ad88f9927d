import { useMemo } from "react";
import { useDesk } from "../../components/desk-context.ts";
import { useWords } from "../../language/use-words.ts";
import { TrailFigure } from "../../overlays/trail/trail-figure.tsx";
import type { TrailEntry } from "./answers.ts";

interface TrailSummaryProps {
  readonly entries: readonly TrailEntry[];
  readonly nameOf: (act: string) => string;
}

/** The loaded entries by act over wall time, the most frequent first. */
export function TrailSummary({ entries, nameOf }: TrailSummaryProps) {
  const { community, clock } = useDesk();
  const { t, language } = useWords();
  const acts = useMemo(() => {
    const counts = new Map<string, number>();
    for (const { act } of entries) counts.set(act, (counts.get(act) ?? 0) + 1);
    return [...counts].toSorted(([, a], [, b]) => b - a).map(([act]) => ({ act, name: nameOf(act) }));
  }, [entries, nameOf]);
  if (acts.length === 0) return null;
  return (
    <TrailFigure
      label={t("office.actsOverTime")}
      deeds={entries}
      acts={acts}
      nowMs={Math.max(clock.now(), entries[0]?.atMs ?? 0)}
      language={language}
      timeZone={community.timeZone}
    />
  );
}
