import { text, type Text } from "../../models/language/text.ts";

/** What is wrong with the trail, and where. */
export type Finding =
  | { readonly what: "changed"; readonly seq: number }
  | { readonly what: "moved"; readonly seq: number; readonly writtenAs: number }
  | { readonly what: "missing"; readonly from: number; readonly to: number }
  | { readonly what: "replaced"; readonly seq: number }
  | { readonly what: "beginning"; readonly seq: number }
  | { readonly what: "end-missing"; readonly from: number; readonly to: number }
  | { readonly what: "rewritten"; readonly seq: number; readonly markedAtMs: number | null }
  | { readonly what: "no-anchors" };

const time = (atMs: number): string => new Date(atMs).toISOString();

const range = (from: number, to: number): Text =>
  from === to
    ? text(`第 ${from} 条记录`, `Entry ${from}`)
    : text(`第 ${from} 至 ${to} 条记录`, `Entries ${from} to ${to}`);

/** One sentence that says which entry. */
export function sentenceOf(finding: Finding): Text {
  switch (finding.what) {
    case "changed":
      return text(
        `第 ${finding.seq} 条记录被改动：内容与其封印不符。`,
        `Entry ${finding.seq} was changed: it is not what was sealed.`,
      );
    case "moved":
      return text(
        `第 ${finding.seq} 条记录顺序被调换：原为第 ${finding.writtenAs} 条。`,
        `Entry ${finding.seq} is out of order: it was written as entry ${finding.writtenAs}.`,
      );
    case "missing": {
      const { "zh-CN": zh, en } = range(finding.from, finding.to);
      return text(`${zh}被删除。`, `${en} ${finding.from === finding.to ? "was" : "were"} removed.`);
    }
    case "replaced":
      return text(
        `第 ${finding.seq} 条记录被替换：其后的记录接续的是另一条。`,
        `Entry ${finding.seq} was replaced: the one after it was written after another.`,
      );
    case "beginning":
      return text(
        `记录的开头被改动：第 ${finding.seq} 条之前的内容没有记录说明其去向。`,
        `The beginning was changed: no entry says what became of those before entry ${finding.seq}.`,
      );
    case "end-missing": {
      const { "zh-CN": zh, en } = range(finding.from, finding.to);
      return text(
        `末尾的${zh}被删除。`,
        `${en} ${finding.from === finding.to ? "was" : "were"} removed from the end.`,
      );
    }
    case "rewritten": {
      const { seq, markedAtMs } = finding;
      const [zh, en] =
        markedAtMs === null
          ? ["给出的标记", "the head that was given"]
          : [`${time(markedAtMs)} 的锚点`, `the anchor of ${time(markedAtMs)}`];
      return text(
        `截至第 ${seq} 条的记录被改写：与${zh}不符。`,
        `Something up to entry ${seq} was rewritten: ${en} has another seal for it.`,
      );
    }
    case "no-anchors":
      return text(
        "锚点文件丢失或无法读取，无法判断末尾的记录是否被删除。",
        "The file of anchors is missing or unreadable, so nobody can tell whether entries were removed from the end.",
      );
  }
}
