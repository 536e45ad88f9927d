import { z } from "zod";
import { duties } from "../../models/duty/duty.ts";
import { personName } from "../../models/duty/person.ts";
import { askOrDo, runCommand, WrongUse, wordsAndSettings } from "./command.ts";

const answer = z.object({ link: z.string() });
const usage = `npm run link -- DUTY [--name NAME] [--data DIR], where DUTY is one of ${duties.join(", ")}, and NAME what colleagues call whoever uses it.`;

/** `npm run link -- DUTY [--name NAME] [--data DIR]`: another one-time link. */
await runCommand(usage, async (args) => {
  const { words, options, settings } = wordsAndSettings(args, ["name"]);
  const duty = duties.find((each) => each === words[0]);
  if (duty === undefined || words.length !== 1) throw new WrongUse(usage);
  const read = personName.optional().safeParse(options.get("name"));
  if (!read.success) throw new WrongUse(`--name takes 1 to 40 printable characters. ${usage}`);
  const name = read.data;
  return askOrDo(
    settings,
    { do: "link", duty, ...(name !== undefined && { name }) },
    (said) => answer.parse(said).link,
    async ({ access, audit }) => {
      await audit.begin();
      return access.makeLink(duty, "console", name ?? null);
    },
  );
});
