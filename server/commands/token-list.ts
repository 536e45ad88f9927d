import type { ListedToken } from "../access/credential-book.ts";

export const noSuchToken = (name: string): string =>
  `There is no open token ${JSON.stringify(name)}: npm run token -- list names those there are.`;

const day = (atMs: number): string => new Date(atMs).toISOString().slice(0, 16).replace("T", " ");

/** Open tokens, one a line: name, use, when it was made and when it ends; never the token itself. */
export function tokenList(tokens: readonly ListedToken[]): string {
  if (tokens.length === 0) return "There is no open token.";
  const widest = Math.max(...tokens.map(({ name }) => name.length));
  return tokens
    .map(({ name, use, madeAtMs, endsAtMs }) => {
      const until = endsAtMs === null ? "until it is ended" : `until ${day(endsAtMs)} UTC`;
      return `${name.padEnd(widest)}  ${use.padEnd(7)}  made ${day(madeAtMs)} UTC, ${until}`;
    })
    .join("\n");
}
