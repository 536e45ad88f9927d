import type { Mood, Theme } from "../../../look/palette.ts";

export const labelFace =
  '"Inter", "Noto Sans", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", system-ui, sans-serif';

/** CSS pixels at scale 1; colours of the sheet. */
export interface LabelStyle {
  readonly ground: string;
  readonly ink: string;
  readonly dim: string;
  readonly rim: string;
  readonly leader: string;
  readonly dot: string;
  readonly sizePx: number;
  readonly weight: number;
  readonly padX: number;
  readonly height: number;
  readonly lineHeight: number;
  readonly round: number;
}

const rich = { sizePx: 12.5, weight: 600, padX: 10, height: 23, lineHeight: 15, round: 6 } as const;
/** In the control room names are at hand and no more: what is not well speaks louder. */
const grey = { sizePx: 12, weight: 500, padX: 6, height: 18, lineHeight: 14, round: 3 } as const;

const styles: Readonly<Record<Mood, Readonly<Record<Theme, LabelStyle>>>> = {
  rich: {
    dark: {
      ...rich,
      ground: "rgba(20,26,33,.82)",
      ink: "#f4f6f8",
      dim: "#b9c1ca",
      rim: "rgba(255,255,255,.22)",
      leader: "rgba(255,255,255,.5)",
      dot: "#f4f6f8",
    },
    light: {
      ...rich,
      ground: "rgba(255,255,255,.93)",
      ink: "#17222c",
      dim: "#53616d",
      rim: "rgba(23,34,44,.26)",
      leader: "rgba(23,34,44,.5)",
      dot: "#17222c",
    },
  },
  grey: {
    dark: {
      ...grey,
      ground: "rgba(36,39,43,.62)",
      ink: "#e3e6e9",
      dim: "#b2b7bd",
      rim: "rgba(255,255,255,0)",
      leader: "rgba(227,230,233,.38)",
      dot: "rgba(227,230,233,.7)",
    },
    light: {
      ...grey,
      ground: "rgba(230,232,234,.72)",
      ink: "#1c1f22",
      dim: "#3b4147",
      rim: "rgba(0,0,0,0)",
      leader: "rgba(28,31,34,.42)",
      dot: "rgba(28,31,34,.7)",
    },
  },
};

export const labelStyle = (mood: Mood, theme: Theme): LabelStyle => styles[mood][theme];
