import { resolve } from "node:path";
import { text } from "../../models/language/text.ts";
import { AnchorFile } from "../audit/anchor-file.ts";
import { Audit } from "../audit/audit.ts";
import type { Log } from "../log/log.ts";
import type { Problems } from "../open/problems.ts";
import { anchorsIn, type Settings } from "../settings.ts";
import type { Store } from "../store/open-store.ts";

const unanchored = text(
  "审计锚点文件无法写入：末尾记录若被删除将无法发现。请检查数据目录所在的磁盘。",
  "The audit's anchors cannot be written: entries removed from the end would not be missed. Look at the disk of the data folder.",
);

export interface AuditNeeds {
  readonly wallNowMs: () => number;
  readonly communityNowMs: () => number;
  readonly log: Log;
  readonly problems: Problems;
}

/** The trail of this data folder; nothing is written to it yet. */
export function openAudit({ data }: Settings, { db, installation }: Store, needs: AuditNeeds): Audit {
  const { wallNowMs, communityNowMs, log, problems } = needs;
  const anchors = new AnchorFile(anchorsIn(resolve(data)), {
    nowMs: wallNowMs,
    onTrouble: (trouble) =>
      trouble === null
        ? problems.end("audit", "anchors")
        : problems.raise({ address: "audit", id: "anchors", sentence: unanchored }),
  });
  return new Audit(db, installation, anchors, { nowMs: wallNowMs, communityNowMs, log });
}

/** Goes over the whole trail; a problem is raised while something is wrong with it. */
export async function checkAudit(audit: Audit, problems: Problems): Promise<void> {
  const { sentence } = await audit.check();
  if (sentence === null) problems.end("audit", "chain");
  else problems.raise({ address: "audit", id: "chain", sentence });
  await audit.mark();
}
