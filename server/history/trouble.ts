import type { Visibility } from "../../models/device/kind.ts";
import { text, type Text } from "../../models/language/text.ts";
import type { Problems } from "../open/problems.ts";

const kinds = ["full", "behind", "unwritable"] as const;

/** Why a series is not recorded for now. */
export type TroubleKind = (typeof kinds)[number];

export class RecordingTrouble extends Error {
  override readonly name = "RecordingTrouble";
  readonly kind: TroubleKind;

  constructor(kind: TroubleKind, message: string) {
    super(message);
    this.kind = kind;
  }

  /** What the system's error means for the recording. */
  static of(error: unknown): RecordingTrouble {
    if (error instanceof RecordingTrouble) return error;
    const code = error instanceof Error && "code" in error ? error.code : "";
    const message = error instanceof Error ? error.message : String(error);
    return new RecordingTrouble(code === "ENOSPC" || code === "EDQUOT" ? "full" : "unwritable", message);
  }
}

const sentences: Readonly<Record<TroubleKind, Text>> = {
  full: text(
    "磁盘空间不足：暂停记录历史，实时画面不受影响。请清理磁盘空间。",
    "The disk has no room left: history is not recorded, what is live goes on. Make room on the disk.",
  ),
  behind: text(
    "磁盘写入过慢：历史记录出现空缺，实时画面不受影响。请检查数据目录所在的磁盘。",
    "The disk is too slow: the history has a gap, what is live goes on. Look at the disk of the data folder.",
  ),
  unwritable: text(
    "历史目录无法写入：暂停记录历史，系统会自动重试。请检查数据目录下的 history 文件夹。",
    "The history cannot be written: it is not recorded for now and is tried again. Look at the folder history in the data folder.",
  ),
};

/** Shows why a series is not recorded, in place of what was shown before; null ends it. */
export function raiseTrouble(
  problems: Problems,
  visibility: Visibility,
  trouble: RecordingTrouble | null,
): void {
  const address = `history/${visibility}`;
  for (const id of kinds) if (id !== trouble?.kind) problems.end(address, id);
  if (trouble !== null) problems.raise({ address, id: trouble.kind, sentence: sentences[trouble.kind] });
}
