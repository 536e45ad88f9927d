import {
  useCallback,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type RefObject,
} from "react";
import type { BuildingId } from "../../models/ids.ts";
import { useWords } from "../language/use-words.ts";
import type { SceneFault, SceneHit, StoreyBands, WindowsSource } from "../scene/scene-props.ts";
import { useDesk } from "./desk-context.ts";
import { HoverCard, type Hover } from "./hover-card.tsx";
import { overScene } from "./over-scene.ts";
import { useSignal } from "./use-signal.ts";

interface PictureProps {
  readonly labelLines: ReadonlyMap<BuildingId, string> | undefined;
  /** Whether the picture before this one had the keys, and who is to be told whether this one has at its end. */
  readonly keys: readonly [RefObject<boolean>, (has: boolean) => void];
}

/** The community in the round. */
export function LiveScene({
  windows,
  bands,
  labelLines,
  keys,
  giveUp,
}: PictureProps & {
  readonly windows: WindowsSource | null;
  readonly bands: StoreyBands | null;
  readonly giveUp: (reason: SceneFault) => void;
}) {
  const { Scene, mesh } = useDesk();
  const { t } = useWords();
  const faces = useSignal(mesh);
  const [interrupted, setInterrupted] = useState(false);
  const { box, describedBy, shared, hover, leave } = usePicture("scene", labelLines, keys);
  return (
    <div className="scene-box" ref={box} onPointerLeave={leave}>
      <Scene
        {...shared}
        mesh={faces}
        windows={windows}
        bands={bands}
        onInterrupted={setInterrupted}
        onUnavailable={giveUp}
      />
      {interrupted && (
        <p className="scene-interrupted" role="status">
          {t("scene.interrupted")}
        </p>
      )}
      <p className="only-heard" id={describedBy}>
        {t("scene.describe")}
      </p>
      {hover !== null && <HoverCard {...hover} />}
    </div>
  );
}

/** The community from above. */
export function LivePlan({ labelLines, keys, giveUp }: PictureProps & { readonly giveUp: () => void }) {
  const { Plan, usualView } = useDesk();
  const { t } = useWords();
  const { box, describedBy, shared, hover, leave } = usePicture("plan", labelLines, keys);
  const countWords = useCallback((n: number) => t("list.devicesShort", { n }), [t]);
  return (
    <div className="scene-box" ref={box} onPointerLeave={leave}>
      <Plan {...shared} overview={usualView.camera} countWords={countWords} onUnavailable={giveUp} />
      <p className="only-heard" id={describedBy}>
        {t("plan.describe")}
      </p>
      {hover !== null && <HoverCard {...hover} />}
    </div>
  );
}

/** What both pictures are given, and what becomes of hands on them. */
function usePicture(
  name: "scene" | "plan",
  labelLines: PictureProps["labelLines"],
  [hadKeys, keep]: PictureProps["keys"],
) {
  const { community, replica, view, looks, clock } = useDesk();
  const { t, language } = useWords();
  const theme = useSignal(looks.theme);
  const box = useRef<HTMLDivElement>(null);
  // A picture is opened anew when its binding is another one: it must outlive every render of this pane.
  const binding = useMemo(() => ({ state: view, onCamera: view.look }), [view]);
  const describedBy = useId();
  const [hover, setHover] = useState<Hover | null>(null);
  useEffect(() => {
    for (const canvas of box.current?.querySelectorAll("canvas") ?? [])
      if (canvas.tabIndex < 0) canvas.setAttribute("aria-hidden", "true");
      else {
        canvas.setAttribute("role", "application");
        canvas.setAttribute("aria-label", t(`${name}.name`));
        canvas.setAttribute("aria-describedby", describedBy);
        if (hadKeys.current) canvas.focus({ preventScroll: true });
      }
    keep(false);
  }, [t, name, describedBy, hadKeys, keep]);
  useLayoutEffect(() => {
    const element = box.current;
    return () => keep(element?.contains(document.activeElement) ?? false);
  }, [keep]);
  const obstacles = useCallback(() => (box.current ? overScene(box.current) : []), []);
  const onHover = useCallback((hit: SceneHit | null) => {
    const { clientWidth = 0, clientHeight = 0 } = box.current ?? {};
    setHover(hit && { hit, widthPx: clientWidth, heightPx: clientHeight });
  }, []);
  const onSelect = useCallback(
    (chosen: SceneHit | null) => {
      if (chosen === null) view.select({ kind: "none" });
      else if (chosen.kind === "device") view.selectDevice(chosen.device);
      else if (chosen.kind === "building") view.selectBuilding(chosen.building, chosen.storey);
      else if (chosen.building !== null) view.selectBuilding(chosen.building);
      else view.select({ kind: "object", object: chosen.object });
    },
    [view],
  );
  const shared = {
    community,
    replica,
    view: binding,
    mood: looks.mood,
    theme,
    language,
    ...(labelLines === undefined ? {} : { labelLines }),
    obstacles,
    onHover,
    onSelect,
    clock,
  };
  return { box, describedBy, shared, hover, leave: useCallback(() => setHover(null), []) };
}
