import { z } from "zod";
import { credentialUses } from "../access/access.ts";
import { askOrDo, runCommand, WrongUse, wordsAndSettings } from "./command.ts";

const answer = z.object({ token: z.string() });
const usage = `npm run token -- USE [--name NAME] [--data DIR], where USE is one of ${credentialUses.join(", ")}.`;

/** `npm run token -- ingest|devices|read [--name NAME] [--data DIR]`: a bearer token for a program, shown once. */
await runCommand(usage, async (args) => {
  const { words, options, settings } = wordsAndSettings(args, ["name"]);
  const use = credentialUses.find((each) => each === words[0]);
  if (use === undefined || words.length !== 1) throw new WrongUse(usage);
  const name = options.get("name") ?? use;
  if (!/^[\p{L}\p{N}._ -]{1,64}$/u.test(name))
    throw new WrongUse("--name takes 1 to 64 letters, digits, spaces, dots, hyphens or underscores.");
  return askOrDo(
    settings,
    { do: "token", use, name },
    (said) => answer.parse(said).token,
    async ({ access, audit }) => {
      await audit.begin();
      return access.makeToken(use, name, "console");
    },
  );
});
