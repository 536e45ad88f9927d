import { Button, Menu } from "@mantine/core";
import type { Layer } from "../../../models/view/view-state.ts";
import { useDesk } from "../../components/desk-context.ts";
import { CopyView } from "../../components/copy-view.tsx";
import { PictureSwitch } from "../../components/picture-switch.tsx";
import { usePart } from "../../components/use-signal.ts";
import { useWords } from "../../language/use-words.ts";
import type { MessageKey } from "../../language/messages.ts";

const layerKeys: readonly (readonly [Layer, MessageKey])[] = [
  ["devices", "scene.showDevices"],
  ["labels", "scene.showLabels"],
  ["storey-bands", "scene.showBands"],
  ["trees", "scene.showTrees"],
  ["surroundings", "scene.showSurroundings"],
];

/** Layers, overview, link to the view: on the scene's edge, away from what is looked at. */
export function SceneTools({ bandsKnown }: { readonly bandsKnown: boolean }) {
  const { view, usualView } = useDesk();
  const { t } = useWords();
  const layers = usePart(view, "layers");
  return (
    <div className="scene-tools" data-over-scene>
      <PictureSwitch />
      <Menu closeOnItemClick={false} position="bottom-end" withinPortal>
        <Menu.Target>
          <Button>{t("scene.layers")}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          {layerKeys
            .filter(([layer]) => layer !== "storey-bands" || bandsKnown)
            .map(([layer, key]) => (
              <Menu.CheckboxItem key={layer} checked={layers.has(layer)} onChange={() => view.toggle(layer)}>
                {t(key)}
              </Menu.CheckboxItem>
            ))}
        </Menu.Dropdown>
      </Menu>
      <Button onClick={() => view.look(usualView.camera)}>{t("scene.overview")}</Button>
      <CopyView />
    </div>
  );
}
