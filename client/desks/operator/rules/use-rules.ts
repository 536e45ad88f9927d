import { useState } from "react";
import { readOverrides, type RuleOverride } from "../../../../models/alarm/rules/overrides.ts";
import type { AskedOverride } from "../../../../models/alarm/rules/override-file.ts";
import { seconds } from "../../../../models/quantity.ts";
import { type Asked, useDesk } from "../../../components/desk-context.ts";
import { type Polled, usePolled } from "../../../components/polled.ts";
import { useWords } from "../../../language/use-words.ts";

const path = "/api/v1/alarm-rules/overrides";

/** Reads `{ overrides }` by the law of the rules themselves. */
const reader = {
  safeParse(body: unknown) {
    const overrides =
      typeof body === "object" && body !== null && "overrides" in body ? body.overrides : null;
    const read = readOverrides(overrides);
    return read.ok ? { success: true as const, data: read.overrides } : { success: false as const };
  },
};

export interface Rules {
  readonly polled: Polled<readonly RuleOverride[]>;
  /** What became of the last thing asked, in words. */
  readonly said: string;
  readonly set: (asked: AskedOverride) => Promise<boolean>;
  readonly remove: (of: RuleOverride, reason: string) => Promise<boolean>;
  readonly take: (file: unknown, reason: string) => Promise<boolean>;
}

/** What is otherwise, as the server holds it, and the ways to change it. */
export function useRules(): Rules {
  const { tell, put, drop } = useDesk();
  const { t, say } = useWords();
  const { polled, again } = usePolled(path, reader, 10 * seconds);
  const [said, setSaid] = useState("");
  const done = (asked: Asked, words: string): boolean => {
    setSaid(asked.ok ? words : say(asked.sentence));
    if (asked.ok) again();
    return asked.ok;
  };
  return {
    polled,
    said,
    set: async (asked) => done(await put(path, asked), t("rules.saved")),
    remove: async ({ limit, at }, reason) => {
      const query = new URLSearchParams({ limit, at: JSON.stringify(at), reason });
      return done(await drop(`${path}?${query.toString()}`), t("rules.removed"));
    },
    take: async (file, reason) => {
      const asked = await tell(`${path}/import`, { file, reason });
      const { body } = asked.ok ? asked : { body: null };
      const n = typeof body === "object" && body !== null && "changes" in body ? Number(body.changes) : 0;
      return done(asked, t("rules.imported", { n }));
    },
  };
}
