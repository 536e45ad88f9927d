import { signal, type Signal } from "../../models/signal.ts";
import type { Desk } from "../../models/duty/duty.ts";
import type { Mood, Theme } from "./palette.ts";

/** The mood a desk works in, and the theme it has until its person chooses. */
const usual: Readonly<Record<Desk, { readonly mood: Mood; readonly theme: Theme }>> = {
  operator: { mood: "grey", theme: "dark" },
  wall: { mood: "grey", theme: "dark" },
  planner: { mood: "rich", theme: "light" },
  presenter: { mood: "rich", theme: "dark" },
  resident: { mood: "rich", theme: "light" },
  administrator: { mood: "grey", theme: "light" },
  auditor: { mood: "grey", theme: "light" },
};

export interface Looks {
  readonly mood: Mood;
  readonly theme: Signal<Theme>;
  choose(theme: Theme): void;
}

export interface Memory {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

/** Dresses the page for a desk and remembers, desk by desk, which theme its person likes. */
export function dress(desk: Desk, page: { readonly dataset: DOMStringMap }, memory: Memory): Looks {
  const key = `courtyard.theme.${desk}`;
  const remembered = memory.getItem(key);
  const { mood, theme: first } = usual[desk];
  const theme = signal<Theme>(remembered === "dark" || remembered === "light" ? remembered : first);
  const show = (): void => {
    page.dataset["mood"] = mood;
    page.dataset["theme"] = theme.get();
  };
  show();
  return {
    mood,
    theme,
    choose(chosen) {
      theme.set(chosen);
      memory.setItem(key, chosen);
      show();
    },
  };
}
