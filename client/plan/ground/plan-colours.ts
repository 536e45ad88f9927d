import type { Mood, Theme } from "../../look/palette.ts";

/** What the ground of the plan is painted with. In the control room all of it is grey: nothing on it is abnormal. */
export interface PlanColours {
  readonly outside: string;
  readonly city: string;
  readonly land: string;
  readonly green: string;
  readonly water: string;
  readonly paved: string;
  readonly bay: string;
  readonly road: string;
  readonly kerb: string;
  readonly path: string;
  readonly tree: string;
  readonly hedge: string;
  readonly fence: string;
  readonly building: string;
  readonly publicBuilding: string;
  readonly wall: string;
  readonly ink: string;
  readonly dim: string;
  /** Under letters and counts that lie on the ground. */
  readonly plate: string;
  readonly plateRim: string;
}

const colours: Readonly<Record<Mood, Readonly<Record<Theme, PlanColours>>>> = {
  grey: {
    dark: {
      outside: "#1f2226",
      city: "#272b2f",
      land: "#2d3136",
      green: "#2f3433",
      water: "#2b3740",
      paved: "#34393e",
      bay: "#3f454b",
      road: "#3a4046",
      kerb: "#24282c",
      path: "#353a3f",
      tree: "#353b39",
      hedge: "#3a413f",
      fence: "#59616a",
      building: "#4b525a",
      publicBuilding: "#555c64",
      wall: "#7c858e",
      ink: "#eceff1",
      dim: "#b7bdc3",
      plate: "#1d2023",
      plateRim: "#5b636b",
    },
    light: {
      outside: "#b4b8bd",
      city: "#a9aeb4",
      land: "#c3c7cb",
      green: "#bac2bd",
      water: "#aab9c4",
      paved: "#cdd0d3",
      bay: "#b9bec3",
      road: "#d6d9dc",
      kerb: "#a4a9ae",
      path: "#cfd2d5",
      tree: "#a9b4ae",
      hedge: "#a0aca5",
      fence: "#7f868d",
      building: "#e2e5e7",
      publicBuilding: "#d9dde0",
      wall: "#757c84",
      ink: "#15181b",
      dim: "#40464c",
      plate: "#f4f5f6",
      plateRim: "#8b9299",
    },
  },
  rich: {
    dark: {
      outside: "#0e1722",
      city: "#14202d",
      land: "#1a2733",
      green: "#1c3329",
      water: "#163a52",
      paved: "#26323e",
      bay: "#303e4c",
      road: "#2f3c49",
      kerb: "#121c27",
      path: "#2a3743",
      tree: "#27493a",
      hedge: "#2d5140",
      fence: "#4b6076",
      building: "#3c5066",
      publicBuilding: "#4a5d6d",
      wall: "#7f96ad",
      ink: "#f1f5f9",
      dim: "#b4c4d4",
      plate: "#0e1722",
      plateRim: "#4b6076",
    },
    light: {
      outside: "#e6ebe7",
      city: "#dae0dc",
      land: "#eef1ec",
      green: "#d3e4cb",
      water: "#b3d8e6",
      paved: "#f1ede4",
      bay: "#dedbd2",
      road: "#ffffff",
      kerb: "#c9cfc9",
      path: "#f7f1e4",
      tree: "#b0d0a6",
      hedge: "#a2c497",
      fence: "#9aa79f",
      building: "#d6cdbf",
      publicBuilding: "#dcc9ab",
      wall: "#8d8373",
      ink: "#17211c",
      dim: "#4c5953",
      plate: "#ffffff",
      plateRim: "#b4bdb7",
    },
  },
};

export const planColours = (mood: Mood, theme: Theme): PlanColours => colours[mood][theme];
