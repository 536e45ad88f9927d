import type * as z from "zod/mini";
import { useFormats } from "../../components/use-formats.ts";
import { roomNames } from "../../language/names/room-names.ts";
import { useWords } from "../../language/use-words.ts";
import type { problemAnswer } from "./answers.ts";

/** What is wrong, what to do, where, and since when. */
export function ProblemList({ problems }: { readonly problems: readonly z.infer<typeof problemAnswer>[] }) {
  const { t, say } = useWords();
  const formats = useFormats();
  if (problems.length === 0) return <p className="panel-note">{t("office.noProblems")}</p>;
  return (
    <ul className="problem-list" aria-label={t("office.problems")}>
      {problems.map(({ address, id, sentence, sinceMs }) => {
        const [room = ""] = address.split("/");
        const name = roomNames.get(room);
        return (
          <li key={`${address} ${id}`}>
            <span>{say(sentence)}</span>
            <small>
              {name === undefined ? room : say(name)}
              {sinceMs !== null && ` · ${t("health.since")} ${formats.dateTime(sinceMs)}`} ·{" "}
              <code>
                {address} {id}
              </code>
            </small>
          </li>
        );
      })}
    </ul>
  );
}
