import type { SceneViewProps } from "./scene-props.ts";

const drawn = ["mood", "theme", "language", "windows", "bands", "labelLines"] as const;
export type DrawnProps = Pick<SceneViewProps, (typeof drawn)[number]>;

/** Whether both are drawn alike: a page that renders anew for its own reasons is none to draw the scene again. */
export const samePicture = (one: DrawnProps, other: DrawnProps): boolean =>
  drawn.every((name) => one[name] === other[name]);
