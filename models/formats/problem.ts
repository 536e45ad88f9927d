import { text, type Text } from "../language/text.ts";

/** Why a file was refused: what is wrong and what to do in one sentence, and where in the file. */
export interface FormatProblem {
  readonly code: string;
  readonly sentence: Text;
  /** `line 12, column 3` for broken JSON, a JSON path (`$.vertices[7]`) or a row otherwise; empty = the whole file. */
  readonly where: string;
}

/** Ends the reading of a file from any depth; only the outermost reader catches it and hands on the problem. */
class FileRefused extends Error {
  readonly problem: FormatProblem;

  constructor(problem: FormatProblem) {
    super(problem.sentence.en);
    this.problem = problem;
  }
}

/** `line 3, column 7` and the like as it is said in Chinese; paths into the file are the same in every language. */
const inChinese = (where: string): string =>
  where
    .replace(/^line (\d+), column (\d+)$/, "第 $1 行第 $2 列")
    .replace(/^line (\d+)\b/, "第 $1 行")
    .replace(/^byte (\d+) \(line (\d+)\)$/, "第 $1 字节（第 $2 行）")
    .replace(/^byte (\d+)$/, "第 $1 字节")
    .replace(/^feature /, "要素 ");

/** @throws always; `where` becomes part of both sentences. */
export function refuse(code: string, where: string, zh: string, en: string): never {
  const sentence = where === "" ? text(zh, en) : text(`${inChinese(where)}：${zh}`, `${where}: ${en}`);
  throw new FileRefused({ code, sentence, where });
}

/** Runs a reader; its refusal becomes a value, any other error stays an error. */
export function problemOf<Result>(
  read: () => Result,
): { ok: true; result: Result } | { ok: false; problem: FormatProblem } {
  try {
    return { ok: true, result: read() };
  } catch (error) {
    if (error instanceof FileRefused) return { ok: false, problem: error.problem };
    throw error;
  }
}
