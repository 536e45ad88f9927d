import { z } from "zod";
import { duties } from "../../models/duty/duty.ts";
import { askOrDo, runCommand, WrongUse, wordsAndSettings } from "./command.ts";

const answer = z.object({ link: z.string() });
const usage = `npm run link -- DUTY [--data DIR], where DUTY is one of ${duties.join(", ")}.`;

/** `npm run link -- DUTY [--data DIR]`: another one-time link. */
await runCommand(usage, async (args) => {
  const { words, settings } = wordsAndSettings(args, []);
  const duty = duties.find((each) => each === words[0]);
  if (duty === undefined || words.length !== 1) throw new WrongUse(usage);
  return askOrDo(
    settings,
    { do: "link", duty },
    (said) => answer.parse(said).link,
    async ({ access, audit }) => {
      await audit.begin();
      return access.makeLink(duty, "console");
    },
  );
});
