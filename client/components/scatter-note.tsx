import { useMemo } from "react";
import { shownIn } from "../view/first-look.ts";
import { useWords } from "../language/use-words.ts";
import { useDesk } from "./desk-context.ts";
import { useFormats } from "./use-formats.ts";

/** Of a model too wide for one look: how much of it the first look leaves out, and how to get there. */
export function ScatterNote() {
  const { community } = useDesk();
  const { t } = useWords();
  const formats = useFormats();
  const shown = useMemo(() => shownIn(community).length, [community]);
  const all = community.buildings.length;
  if (shown === 0 || all - shown <= shown) return null;
  const { min, max } = community.extent;
  const km = (axis: 0 | 1): string => formats.number((max[axis] - min[axis]) / 1000, 0.1);
  return (
    <p className="scene-scatter" data-over-scene>
      {t("scene.scattered", { all, shown, width: km(0), depth: km(1) })}
    </p>
  );
}
