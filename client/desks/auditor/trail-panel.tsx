import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useMemo, useState } from "react";
import { DataTable } from "../../components/data-table.tsx";
import { useDesk } from "../../components/desk-context.ts";
import { Panel } from "../../components/panel.tsx";
import { usePolled } from "../../components/polled.ts";
import { useFormats } from "../../components/use-formats.ts";
import { actNames } from "../../language/names/office-names.ts";
import { useWords } from "../../language/use-words.ts";
import { trailAnswer, type TrailEntry } from "./answers.ts";
import { filterTrail } from "./filter-trail.ts";
import { TrailSummary } from "./trail-summary.tsx";
import { useTrailWords, type TrailWords } from "./use-trail-words.ts";

const everyMs = 5000;
const pageLength = 200;

/** Who came in, who was refused, what links and tokens were made. */
export function TrailPanel() {
  const { ask } = useDesk();
  const { t, say } = useWords();
  const { polled: newest } = usePolled(`/api/v1/trail?limit=${pageLength}`, trailAnswer, everyMs);
  const [older, setOlder] = useState<readonly TrailEntry[]>([]);
  const [words, setWords] = useState("");
  const [act, setAct] = useState("");
  const entries = useMemo(() => {
    const fresh = newest.state === "here" ? newest.body.entries : [];
    const last = fresh.at(-1)?.seq ?? Number.POSITIVE_INFINITY;
    return [...fresh, ...older.filter(({ seq }) => seq < last)];
  }, [newest, older]);
  const trailWords = useTrailWords(entries);
  const shown = filterTrail(entries, words, act, trailWords.all);
  const more = async (): Promise<void> => {
    const last = entries.at(-1)?.seq;
    if (last === undefined) return;
    const asked = await ask(`/api/v1/trail?limit=${pageLength}&before=${last}`);
    const read = asked.ok ? trailAnswer.safeParse(asked.body) : null;
    if (read?.success) setOlder((had) => [...had, ...read.data.entries]);
  };
  return (
    <Panel
      title={t("office.trail")}
      note={t("office.trailHow")}
      className="trail-panel"
      side={
        <div className="trail-tools">
          <span role="status">{t("list.shown", { shown: shown.length, all: entries.length })}</span>
          <NativeSelect
            aria-label={t("office.action")}
            value={act}
            data={[
              { value: "", label: t("office.everyAct") },
              ...[...actNames].map(([value, name]) => ({ value, label: say(name) })),
            ]}
            onChange={({ currentTarget }) => setAct(currentTarget.value)}
          />
          <TextInput
            aria-label={t("office.filterTrail")}
            placeholder={t("office.filterTrail")}
            value={words}
            onChange={({ currentTarget }) => setWords(currentTarget.value)}
          />
        </div>
      }
    >
      {newest.state === "failed" && (
        <p className="office-failed">{t("office.failed", { sentence: say(newest.sentence) })}</p>
      )}
      <TrailSummary entries={entries} nameOf={trailWords.act} />
      <DataTable
        label={t("office.trail")}
        heads={[
          { numeric: "#" },
          { numeric: t("office.wallTime") },
          { numeric: t("office.communityTime") },
          t("office.action"),
          t("office.who"),
          t("office.subject"),
          t("office.detail"),
        ]}
        empty={newest.state === "loading" ? t("figure.loading") : t("office.trailEmpty")}
      >
        {shown.map((entry) => (
          <TrailRow key={entry.seq} entry={entry} words={trailWords} />
        ))}
      </DataTable>
      {entries.length >= pageLength && <Button onClick={() => void more()}>{t("office.more")}</Button>}
    </Panel>
  );
}

function TrailRow({ entry, words }: { readonly entry: TrailEntry; readonly words: TrailWords }) {
  const { t } = useWords();
  const formats = useFormats();
  const { who, subject } = entry;
  return (
    <tr>
      <td className="numeric">{entry.seq}</td>
      <td className="numeric">{formats.dateTime(entry.atMs)}</td>
      <td className="numeric">{formats.dateTime(entry.communityAtMs)}</td>
      <td>
        <b>{words.act(entry.act)}</b>
      </td>
      <td title={who}>{words.person(who)}</td>
      <td title={subject}>{subject === who ? t("office.itself") : words.person(subject)}</td>
      <td>
        {words.detail(entry).map(({ name, value }) => (
          <span key={name} className="trail-detail">
            {name} <b>{value}</b>
          </span>
        ))}
      </td>
    </tr>
  );
}
