/** A name in two signs: the last two of a Chinese name, the first letters of the first and last word of any other. */
export function initialsOf(name: string): string {
  const trimmed = name.trim();
  if (/^\p{Script=Han}+$/u.test(trimmed)) return trimmed.slice(-2);
  const words = trimmed.split(/\s+/).filter((word) => word !== "");
  const [first, last] = [words[0] ?? "", words.length > 1 ? (words.at(-1) ?? "") : ""];
  return (firstSign(first) + firstSign(last)).toUpperCase();
}

const firstSign = (word: string): string => /^./u.exec(word)?.[0] ?? "";
