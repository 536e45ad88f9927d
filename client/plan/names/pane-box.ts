import type { ScreenRect } from "../../scene/scene-props.ts";

/** CSS pixels from the pane's top left corner. */
export type PaneBox = ScreenRect;

export const boxesTouch = (a: PaneBox, b: PaneBox): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

export const boxHoldsPoint = (box: PaneBox, x: number, y: number, slackPx = 0): boolean =>
  x >= box.left - slackPx && x <= box.right + slackPx && y >= box.top - slackPx && y <= box.bottom + slackPx;
