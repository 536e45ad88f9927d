import { Button, Popover } from "@mantine/core";
import { may } from "../../../models/duty/authority.ts";
import { dutyNames } from "../../../models/duty/duty.ts";
import type { Colleague } from "../../../models/presence/presence.ts";
import { useWords } from "../../language/use-words.ts";
import { usePersonWords } from "../alarms/use-person-words.ts";
import { useDesk } from "../desk-context.ts";
import { useSignal } from "../use-signal.ts";
import { initialsOf } from "./initials.ts";
import { useLookWords } from "./use-look-words.ts";
import "./company.css";

const mostInitials = 3;

/** Who else is here, in the bar; on a press, who looks at what. It is never announced: it changes all the time. */
export function CompanyMenu() {
  const { session, company } = useDesk();
  const { t } = useWords();
  const personWords = usePersonWords();
  const { colleagues, more } = useSignal(company);
  if (!may({ duty: session.duty, dwelling: null }, "see-colleagues")) return null;
  const n = colleagues.length + more;
  if (n === 0) return <span className="company-alone">{t("company.alone")}</span>;
  return (
    <Popover position="bottom-end" withinPortal trapFocus returnFocus>
      <Popover.Target>
        <Button className="company-button">
          <span className="company-initials" aria-hidden="true">
            {colleagues.slice(0, mostInitials).map(({ number, person }) => (
              <b key={number}>{initialsOf(personWords(person))}</b>
            ))}
          </span>
          {t("company.count", { n })}
        </Button>
      </Popover.Target>
      <Popover.Dropdown
        aria-label={t("company.title")}
        onKeyDown={(event) => {
          // It closes the list, and what is selected stays selected.
          if (event.key === "Escape") event.stopPropagation();
        }}
      >
        <ul className="company-list">
          {colleagues.map((colleague) => (
            <ColleagueRow key={colleague.number} colleague={colleague} />
          ))}
          {more > 0 && <li>{t("company.more", { n: more })}</li>}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}

function ColleagueRow({ colleague: { person, look } }: { readonly colleague: Colleague }) {
  const { view, beat } = useDesk();
  const { t, say } = useWords();
  const personWords = usePersonWords();
  const lookWords = useLookWords();
  // Whoever is muted is so only for a while.
  useSignal(beat);
  const who = personWords(person);
  return (
    <li>
      <span className="company-who">
        <b>{who}</b> <small>{say(dutyNames[person.duty])}</small>
      </span>
      <span className="company-what">{lookWords(look)}</span>
      <Button
        aria-label={`${t("company.follow")}: ${who}`}
        onClick={() => {
          view.open(look.page);
          view.select(look.selection);
        }}
      >
        {t("company.follow")}
      </Button>
    </li>
  );
}
