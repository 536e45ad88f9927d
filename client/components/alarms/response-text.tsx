import type { Contact } from "../../../models/alarm/response/contacts.ts";
import type { AlarmResponse } from "../../../models/alarm/response/response.ts";
import { useWords } from "../../language/use-words.ts";

/** What an alarm means, what to do, whom to call: in this order, as somebody under pressure reads it. */
export function ResponseText({ response }: { readonly response: AlarmResponse }) {
  const { t, say } = useWords();
  return (
    <div className="response">
      <p>
        <span className="response-name">{t("card.means")}</span> {say(response.meaning)}
      </p>
      <div>
        <span className="response-name">{t("card.toDo")}</span>
        <ol>
          {response.steps.map((step) => (
            <li key={step.en}>{say(step)}</li>
          ))}
        </ol>
      </div>
      <div>
        <span className="response-name">{t("card.toCall")}</span>
        <ul>
          {response.contact !== null && <li className="response-here">{say(response.contact)}</li>}
          {response.contacts.map((contact) => (
            <ContactLine key={contact.party} contact={contact} />
          ))}
        </ul>
      </div>
    </div>
  );
}

function ContactLine({ contact: { name, reach, number } }: { readonly contact: Contact }) {
  const { say } = useWords();
  return (
    <li>
      {number !== null && <b className="response-number">{number}</b>}
      <span>{say(reach)}</span>
      <span className="only-heard">{say(name)}</span>
    </li>
  );
}
