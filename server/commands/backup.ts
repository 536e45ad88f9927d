import { basename, resolve } from "node:path";
import { backupMade, makeBackup } from "../backup/make-backup.ts";
import { databaseIn, lastingBeside } from "../settings.ts";
import { copyDatabase } from "../store/copy-database.ts";
import { askOrDo, runCommand, WrongUse, wordsAndSettings } from "./command.ts";

const usage = "npm run backup -- --to FILE [--data DIR]";

/** `npm run backup -- --to FILE [--data DIR]`: all that must last in one file, beside a running server too. */
await runCommand(usage, async (args) => {
  const { words, options, settings } = wordsAndSettings(args, ["to"]);
  const to = options.get("to") ?? "";
  if (words.length > 0 || to === "") throw new WrongUse(usage);
  const folder = resolve(settings.data);
  const { files, bytes } = await makeBackup({
    folder,
    to: resolve(to),
    database: basename(databaseIn(folder)),
    beside: lastingBeside,
    copyDatabase: (file) =>
      askOrDo(
        settings,
        { do: "copy-database", to: file },
        () => undefined,
        async ({ audit, db }) => {
          await audit.before(backupMade, () => Promise.resolve());
          await copyDatabase(db, file);
        },
      ),
  });
  return `${resolve(to)}: ${files} files, ${(bytes / 1e6).toFixed(1)} MB.`;
});
