import { useWords } from "../language/use-words.ts";
import { useDesk } from "./desk-context.ts";

/** The words the licence of the data asks for wherever it is shown; nothing where it asks for none. */
export function Attribution() {
  const { community } = useDesk();
  const { t } = useWords();
  const { attribution } = community.source;
  if (attribution === undefined) return null;
  return (
    <p className="scene-attribution" data-over-scene>
      {t("scene.attribution", { source: attribution })}
    </p>
  );
}
