const widePx = 11.5;
const narrowPx = 6.4;
const isWide = /[\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF]/u;

/** How long a text of a figure is about, in figure pixels: Chinese letters are as wide as they are high, others about half. */
export const textPx = (text: string): number =>
  Array.from(text).reduce((sum, letter) => sum + (isWide.test(letter) ? widePx : narrowPx), 0);

/** The text, or as much of its beginning as there is room for, with a sign that there is more. */
export function fitText(text: string, roomPx: number): string {
  if (textPx(text) <= roomPx) return text;
  const letters = Array.from(text);
  while (letters.length > 1 && textPx(letters.join("")) + narrowPx > roomPx) letters.pop();
  return `${letters.join("")}…`;
}
