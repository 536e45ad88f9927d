import { z } from "zod";
import { credentialUses } from "../access/access.ts";
import { askOrDo, runCommand, WrongUse, wordsAndSettings } from "./command.ts";
import { noSuchToken, tokenList } from "./token-list.ts";

const made = z.object({ token: z.string() });
const listed = z.object({
  tokens: z.array(
    z.object({
      name: z.string(),
      use: z.enum(credentialUses),
      madeAtMs: z.number(),
      endsAtMs: z.number().nullable(),
    }),
  ),
});
const usage = [
  `npm run token -- USE [--name NAME] [--data DIR], where USE is one of ${credentialUses.join(", ")}.`,
  "npm run token -- list [--data DIR] names the open ones.",
  "npm run token -- end NAME [--data DIR] ends one.",
].join("\n");

const ended = (name: string): string =>
  `The token ${JSON.stringify(name)} is ended: nobody is let in by it any more.`;

/**
 * `npm run token -- ingest|devices|read [--name NAME] [--data DIR]`: a bearer token for a program, shown once;
 * `list` names the open ones, `end NAME` ends one.
 */
await runCommand(usage, async (args) => {
  const { words, options, settings } = wordsAndSettings(args, ["name"]);
  const [what, name] = words;
  if (what === "list" && words.length === 1) {
    return askOrDo(
      settings,
      { do: "list-tokens" },
      (said) => tokenList(listed.parse(said).tokens),
      async ({ access }) => {
        await access.load();
        return tokenList(access.openTokens);
      },
    );
  }
  if (what === "end" && name !== undefined && words.length === 2) {
    return askOrDo(
      settings,
      { do: "end-token", name },
      () => ended(name),
      async ({ access, audit }) => {
        await audit.begin();
        await access.load();
        if (!(await access.endToken(name, "console"))) throw new WrongUse(noSuchToken(name));
        return ended(name);
      },
    );
  }
  const use = credentialUses.find((each) => each === what);
  if (use === undefined || words.length !== 1) throw new WrongUse(usage);
  const wished = options.get("name") ?? use;
  if (!/^[\p{L}\p{N}._ -]{1,64}$/u.test(wished))
    throw new WrongUse("--name takes 1 to 64 letters, digits, spaces, dots, hyphens or underscores.");
  return askOrDo(
    settings,
    { do: "token", use, name: wished },
    (said) => made.parse(said).token,
    async ({ access, audit }) => {
      await audit.begin();
      return (await access.makeToken(use, wished, "console")).token;
    },
  );
});
