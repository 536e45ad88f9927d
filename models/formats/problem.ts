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

/** @throws always; `where` becomes part of both sentences. */
export function refuse(code: string, where: string, zh: string, en: string): never {
  const sentence = where === "" ? text(zh, en) : text(`${where}：${zh}`, `${where}: ${en}`);
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
