import { duties } from "../../../models/duty/duty.ts";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openStore, type Store } from "../../../server/store/open-store.ts";
import { ServerProcess } from "../compose/server-process.ts";

let folder = "";
let server: ServerProcess;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "courtyard-verify-"));
  server = await new ServerProcess([
    ...["--data", folder, "--port", "0", "--mqtt-port", "0", "--simulator", "off"],
  ]).ready();
}, 120_000);
afterAll(async () => {
  await server.end();
  rmSync(folder, { recursive: true, force: true });
});

async function verify(...args: readonly string[]): Promise<{ code: number | string; said: string }> {
  const command = new ServerProcess(["--data", folder, ...args], "server/commands/audit-verify.ts");
  const code = await command.ended;
  return { code, said: [...command.lines, ...command.errors].join("\n") };
}

const harm = async (act: (store: Store) => Promise<unknown>): Promise<void> => {
  const store = await openStore(join(folder, "courtyard.db"), {
    nowMs: () => 0,
    onTrouble: () => undefined,
  });
  await act(store);
  await store.close();
};

describe("npm run audit:verify", () => {
  it("AU7 says whether it is whole, beside a running server and without one", async () => {
    const beside = await verify();
    expect(beside).toMatchObject({ code: 0 });
    // One for the link of each duty.
    const count = duties.length;
    const head = new RegExp(`^The trail is whole: ${count} entries, head (${count}:[0-9a-f]{64})\\.$`).exec(
      beside.said,
    )?.[1];
    if (head === undefined) throw new Error(beside.said);
    expect(await verify("--head", `${count}:${"0".repeat(64)}`)).toEqual({
      code: 1,
      said: `Something up to entry ${count} was rewritten: the head that was given has another seal for it.`,
    });
    await server.end();
    expect(server.errors.join("\n")).toContain(`audit head ${head}`);
    await harm(async ({ db }) => {
      await sql`drop trigger trail_stays`.execute(db);
      await sql`update trail set subject = 'somebody' where seq = 3`.execute(db);
    });
    expect(await verify()).toEqual({ code: 1, said: "Entry 3 was changed: it is not what was sealed." });
    const nowhere = await verify("--data", join(folder, "nowhere"), "--head", head);
    expect(nowhere).toMatchObject({ code: 2 });
    expect(nowhere.said).toContain("holds no database");
  }, 300_000);
});
