import { type ComponentType, lazy } from "react";
import type { Page } from "../../../models/view/view-state.ts";

/** What each page puts in the place of list and map; null for the map itself. */
export const pageBodies: Readonly<Record<Page, ComponentType | null>> = {
  map: null,
  alarms: lazy(() => import("./alarm-table/alarm-table.tsx")),
  measures: lazy(() => import("./measures/measures.tsx")),
  rules: lazy(() => import("./rules/rules.tsx")),
  diagnosis: lazy(() => import("./diagnosis/diagnosis.tsx")),
};
