import { randomInt } from "node:crypto";
import { resolve } from "node:path";
import { restoreBackup } from "../backup/restore-backup.ts";
import { openAudit } from "../compose/open-audit.ts";
import { openDataFolder } from "../compose/data-folder.ts";
import { Problems } from "../open/problems.ts";
import { beginAnew } from "../store/begin-anew.ts";
import { runCommand, WrongUse, wordsAndSettings } from "./command.ts";

const usage = "npm run restore -- FILE --data DIR, where DIR is not there yet or empty.";
/** Runs there may have been since the backup, at the least; the rest is chance, so that two restores differ. */
const [leastLeap, mostLeap] = [1_000, 100_000];

/** `npm run restore -- FILE --data DIR`: a folder as it was backed up, for a server of another run. */
await runCommand(usage, async (args) => {
  const { words, settings } = wordsAndSettings(args, []);
  const [file] = words;
  if (file === undefined || words.length > 1) throw new WrongUse(usage);
  const folder = resolve(settings.data);
  const nowMs = (): number => Date.now();
  const problems = new Problems((line) => console.error(line));
  const files = await restoreBackup({
    file: resolve(file),
    folder,
    async beginAnew(data) {
      const store = await openDataFolder(data, nowMs, problems);
      try {
        const doors = { wallNowMs: nowMs, communityNowMs: nowMs, log: () => undefined, problems };
        const audit = openAudit({ ...settings, data }, store, doors);
        const entry = { act: "restored", who: "console", subject: "data", detail: {} } as const;
        await audit.before(entry, (tx) => beginAnew(tx, randomInt(leastLeap, mostLeap), nowMs()));
        await audit.close();
      } finally {
        await store.close();
      }
    },
  });
  return `${folder}: ${files} files restored. Start it with npm start -- --data ${folder}`;
});
