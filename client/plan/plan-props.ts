import type { Camera } from "../../models/view/view-state.ts";
import type { SceneViewProps } from "../scene/scene-props.ts";

/** The plan is told what the scene is told, less what only a picture in the round can show. */
export interface PlanViewProps
  extends Pick<
    SceneViewProps,
    | "community"
    | "replica"
    | "view"
    | "mood"
    | "theme"
    | "language"
    | "labelLines"
    | "obstacles"
    | "onHover"
    | "onSelect"
    | "onUnavailable"
    | "clock"
  > {
  /** The look that stands for the whole community: the plan shows all of it then. */
  readonly overview: Camera;
  /** How many devices there are in a building, in words. */
  readonly countWords: (count: number) => string;
}
