import type { Priority } from "../../models/device/kind.ts";
import type { EnergyUse } from "../../models/overlay/bodies.ts";

export type Theme = "dark" | "light";
/** `grey`: the control room, colour only for the abnormal. `rich`: everybody else. */
export type Mood = "grey" | "rich";

/** Alarm colours, used for nothing else; always with the shape and the word beside them. */
export const priorityColour: Readonly<Record<Theme, Readonly<Record<Priority, string>>>> = {
  dark: { P1: "#ff5a4f", P2: "#ff9f2e", P3: "#ffd84d", P4: "#6fb7ff" },
  light: { P1: "#b01c14", P2: "#954900", P3: "#6b5200", P4: "#1a569d" },
};

/** The shape that goes with a priority, as an SVG path in a box from −1 to 1. */
export const priorityShape: Readonly<Record<Priority, string>> = {
  P1: "M-.7-1H.7L1-.7V.7L.7 1H-.7L-1 .7V-.7Z",
  P2: "M0-1L1 .85H-1Z",
  P3: "M0-1L1 0 0 1-1 0Z",
  P4: "M0-1A1 1 0 1 1 0 1 1 1 0 1 1 0-1Z",
};

/** Okabe and Ito's colours that differ for every kind of colour vision, ordered so that neighbours contrast. */
const richUses: Readonly<Record<EnergyUse, string>> = {
  dwellings: "#e69f00",
  public: "#56b4e9",
  lifts: "#cc79a7",
  lighting: "#f0e442",
  pumps: "#0072b2",
  heating: "#d55e00",
  ev: "#009e73",
  pv: "#7fbf3f",
  battery: "#9a86c9",
};

/** In the control room uses are told apart by lightness alone: nothing there is abnormal. */
const greyUses: Readonly<Record<Theme, Readonly<Record<EnergyUse, string>>>> = {
  dark: {
    dwellings: "#8d949c",
    public: "#6d747c",
    lifts: "#a9afb6",
    lighting: "#5b626a",
    pumps: "#989fa6",
    heating: "#777e86",
    ev: "#b9bec4",
    pv: "#7f8c99",
    battery: "#656d76",
  },
  light: {
    dwellings: "#7b828a",
    public: "#9aa1a8",
    lifts: "#646b73",
    lighting: "#b0b6bc",
    pumps: "#717880",
    heating: "#8f969d",
    ev: "#555c64",
    pv: "#7e8b98",
    battery: "#a5abb1",
  },
};

export const colourOfUse = (use: EnergyUse, mood: Mood, theme: Theme): string =>
  mood === "rich" ? richUses[use] : greyUses[theme][use];

/** Quarters of a storey's residents at home, 0 … 4: steps of one hue that differ in lightness for every eye. */
export const bandColour: Readonly<Record<Theme, readonly [string, string, string, string, string]>> = {
  dark: ["#3d4a52", "#53707c", "#6f97a3", "#98bec6", "#cfe6e8"],
  light: ["#e4eef0", "#b4cdd4", "#84abb8", "#56889a", "#2c6076"],
};
