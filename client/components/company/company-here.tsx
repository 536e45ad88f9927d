import type { AlarmId } from "../../../models/ids.ts";
import type { Colleague } from "../../../models/presence/presence.ts";
import type { Selection } from "../../../models/view/view-state.ts";
import { useWords } from "../../language/use-words.ts";
import { sameSelection } from "../../view/view-store.ts";
import { usePersonWords } from "../alarms/use-person-words.ts";
import { useDesk } from "../desk-context.ts";
import { useSignal } from "../use-signal.ts";
import "./company.css";

/** Who else looks at what is selected; nothing where nobody does. */
export function CompanyHere({ at }: { readonly at: Selection }) {
  const { company } = useDesk();
  const { t } = useWords();
  const personWords = usePersonWords();
  const here = useSignal(company).colleagues.filter(({ look }) => looksAt(look.selection, at));
  const [first] = here;
  if (first === undefined) return null;
  const who = personWords(first.person);
  const rest = here.length - 1;
  return (
    <p className="company-here">
      {rest === 0 ? t("company.sees", { who }) : t("company.seeMany", { who, n: rest })}
    </p>
  );
}

/** Whoever looks at a building is at its storeys too; the other way round counts as well. */
const looksAt = (theirs: Selection, ours: Selection): boolean =>
  ours.kind !== "none" &&
  (sameSelection(theirs, ours) ||
    (theirs.kind === "building" && ours.kind === "building" && theirs.building === ours.building));

/** Who else has the form of an alarm open. */
export function CompanyWriting({ on }: { readonly on: AlarmId }) {
  const { company } = useDesk();
  const { t } = useWords();
  const personWords = usePersonWords();
  const writer: Colleague | undefined = useSignal(company).colleagues.find(
    ({ look }) => look.writingOn === on,
  );
  if (writer === undefined) return null;
  return <p className="company-here">{t("company.writes", { who: personWords(writer.person) })}</p>;
}
