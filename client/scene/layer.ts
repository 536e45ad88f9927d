import type { Object3D } from "three";

/** A part of the picture that lives by itself: made from plain data, drawn by the one frame, closed once. */
export interface Layer {
  readonly root: Object3D;
  /** Gives back geometry, materials and textures. */
  close(): void;
}
