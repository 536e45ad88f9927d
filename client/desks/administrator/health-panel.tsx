import { Panel } from "../../components/panel.tsx";
import { usePolled } from "../../components/polled.ts";
import { useFormats } from "../../components/use-formats.ts";
import { healthNames } from "../../language/names/office-names.ts";
import { useWords } from "../../language/use-words.ts";
import { healthAnswer } from "./answers.ts";
import { CounterTable } from "./counter-table.tsx";

const everyMs = 5000;

/** How the server is: its problems in words, its numbers by name. */
export function HealthPanel() {
  const { t, say } = useWords();
  const formats = useFormats();
  const { polled } = usePolled("/health", healthAnswer, everyMs);
  if (polled.state === "loading") return <Panel title={t("office.health")}>{t("figure.loading")}</Panel>;
  if (polled.state === "failed")
    return (
      <Panel title={t("office.health")}>
        <p className="office-failed">{t("office.failed", { sentence: say(polled.sentence) })}</p>
      </Panel>
    );
  const { status, problems = [], points, devices, sessions, readings, version } = polled.body;
  const numbers: readonly (readonly [string, number | string])[] = [
    [t("office.devices"), devices],
    [t("office.points"), points],
    [t("office.sessions"), sessions],
    [t("office.version"), version],
  ];
  return (
    <Panel
      title={t("office.health")}
      side={<b className={`health health-${status}`}>{say(healthNames[status])}</b>}
    >
      {problems.length === 0 ? (
        <p className="panel-note">{t("office.noProblems")}</p>
      ) : (
        <ul className="problem-list" aria-label={t("office.problems")}>
          {problems.map((problem) => (
            <li key={`${problem.address} ${problem.id}`}>
              <span>{say(problem.sentence)}</span>
              <code>
                {problem.address} · {problem.id}
              </code>
            </li>
          ))}
        </ul>
      )}
      <dl className="office-numbers">
        {numbers.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{typeof value === "number" ? formats.number(value, 1) : value}</dd>
          </div>
        ))}
      </dl>
      {readings !== undefined && <CounterTable counters={readings} />}
    </Panel>
  );
}
