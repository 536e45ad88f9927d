import { useDesk } from "../../components/desk-context.ts";
import { useSignal } from "../../components/use-signal.ts";
import { useWords } from "../../language/use-words.ts";
import { bandColour } from "../../look/palette.ts";

const quarters = [0, 1, 2, 3, 4] as const;

/** What the bands on the storeys mean. */
export function BandsLegend() {
  const { looks } = useDesk();
  const { t } = useWords();
  const theme = useSignal(looks.theme);
  return (
    <div className="scene-legend" role="note" data-over-scene>
      <span>{t("scene.bands")}</span>
      {quarters.map((quarter) => (
        <span key={quarter} className="legend-item">
          <span className="legend-swatch" style={{ background: bandColour[theme][quarter] }} />
          {quarter * 25} %
        </span>
      ))}
      <span>{t("scene.bandsNone")}</span>
    </div>
  );
}
