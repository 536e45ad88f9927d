import type { ScreenRect } from "../scene/scene-props.ts";

/** Where panels marked with `data-over-scene` lie over the scene, in its own CSS pixels; hidden ones are left out. */
export function overScene(scene: Element): readonly ScreenRect[] {
  const box = scene.getBoundingClientRect();
  return [...scene.ownerDocument.querySelectorAll("[data-over-scene]")].flatMap((panel) => {
    const { left, top, right, bottom } = panel.getBoundingClientRect();
    if (left === right || top === bottom) return [];
    const rect = {
      left: left - box.left,
      top: top - box.top,
      right: right - box.left,
      bottom: bottom - box.top,
    };
    return rect.right < 0 || rect.bottom < 0 || rect.left > box.width || rect.top > box.height ? [] : [rect];
  });
}
