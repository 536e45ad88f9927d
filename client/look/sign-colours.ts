import { priorityColour, type Mood, type Theme } from "./palette.ts";

/** What the signs of devices are painted with, in every picture of them. */
export interface SignColours {
  /** By severity: 0 nothing wrong, 1 P4 … 4 P1. */
  readonly severity: readonly [string, string, string, string, string];
  /** The body of a sign that says nothing. */
  readonly disc: string;
  /** The drawing on it. */
  readonly ink: string;
  /** What cannot be trusted. */
  readonly doubt: string;
  /** Rings around what is chosen and pointed at. */
  readonly mark: string;
}

export function signColours(mood: Mood, theme: Theme): SignColours {
  const { P1, P2, P3, P4 } = priorityColour[theme];
  const [isGrey, isDark] = [mood === "grey", theme === "dark"];
  const well = isGrey ? (isDark ? "#d9dde1" : "#3f464d") : "#3c4f63";
  return {
    severity: [well, P4, P3, P2, P1],
    disc: isGrey && isDark ? "#1d2023" : "#ffffff",
    ink: isGrey && isDark ? "#d5d9dd" : "#22303c",
    doubt: isDark ? "#c9a6f2" : "#5f2f9e",
    mark: isGrey && !isDark ? "#101418" : "#ffffff",
  };
}
