import { z } from "zod";
import { askOrDo, runCommand, WrongUse, wordsAndSettings } from "./command.ts";
import { namedHead, verdictOf } from "./trail-verdict.ts";

const answer = z.object({ whole: z.boolean(), sentence: z.string() });
const usage =
  "npm run audit:verify -- [--data DIR] [--head SEQ:HASH], where SEQ:HASH is a head as the log has it.";

/** `npm run audit:verify`: whether the trail is as it was written; code 0 when it is, 1 when not, 2 when nobody can say. */
await runCommand(usage, async (args) => {
  const { words, options, settings } = wordsAndSettings(args, ["head"]);
  const head = options.get("head");
  const named = head === undefined ? null : namedHead(head);
  if (words.length > 0 || (head !== undefined && named === null)) throw new WrongUse(usage);
  const { whole, sentence } = await askOrDo(
    settings,
    head === undefined ? { do: "verify-trail" } : { do: "verify-trail", head },
    (said) => answer.parse(said),
    async ({ audit }) => verdictOf(await audit.check(named)),
  );
  if (!whole) process.exitCode = 1;
  return sentence;
});
