import { useFormats } from "../../components/use-formats.ts";
import { counterNames } from "../../language/names/counter-names.ts";
import { useWords } from "../../language/use-words.ts";
import { orderCounters } from "./order-counters.ts";

/** What became of what devices sent: what moved first, what never did in quiet ink. */
export function CounterTable({ counters }: { readonly counters: Readonly<Record<string, number>> }) {
  const { t, say } = useWords();
  const formats = useFormats();
  return (
    <table className="counter-table" aria-label={t("office.counters")}>
      <thead>
        <tr>
          <th scope="col">{t("office.counters")}</th>
          <th scope="col" className="numeric">
            {t("office.count")}
          </th>
          <th scope="col">{t("office.meaning")}</th>
        </tr>
      </thead>
      <tbody>
        {orderCounters(counters).map(([counter, count]) => {
          const words = counterNames.get(counter);
          return (
            <tr key={counter} className={count === 0 ? "still" : undefined}>
              <th scope="row">{words === undefined ? counter : say(words.name)}</th>
              <td className="numeric">{formats.number(count, 1)}</td>
              <td className="counter-means">{words === undefined ? "" : say(words.means)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
