import { Button } from "@mantine/core";
import {
  Component,
  Suspense,
  useCallback,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from "react";
import type { BuildingId } from "../../models/ids.ts";
import type { MessageKey } from "../language/messages.ts";
import { useWords } from "../language/use-words.ts";
import type { SceneFault, SceneHit, StoreyBands, WindowsSource } from "../scene/scene-props.ts";
import { Attribution } from "./attribution.tsx";
import { ScatterNote } from "./scatter-note.tsx";
import { useDesk } from "./desk-context.ts";
import { HoverCard, type Hover } from "./hover-card.tsx";
import { overScene } from "./over-scene.ts";
import { useSignal } from "./use-signal.ts";
import "./scene-pane.css";

interface ScenePaneProps {
  readonly windows?: WindowsSource | null;
  readonly bands?: StoreyBands | null;
  readonly labelLines?: ReadonlyMap<BuildingId, string>;
  /** The scene is not there any more, or there again. */
  readonly onAvailable?: (available: boolean) => void;
  /** Legends and buttons on the scene's own ground. */
  readonly children?: ReactNode;
}

const faultSentences = {
  "no-webgl": "scene.unavailable",
  "context-lost": "scene.gone",
  fault: "scene.broken",
} as const satisfies Record<SceneFault, MessageKey>;

/** The scene in its place: what is under the pointer beside it, and a sentence where there can be no scene. */
export function ScenePane({
  windows = null,
  bands = null,
  labelLines,
  onAvailable,
  children,
}: ScenePaneProps) {
  const { t } = useWords();
  const [fault, setFault] = useState<SceneFault | null>(null);
  const giveUp = useCallback(
    (reason: SceneFault) => {
      setFault(reason);
      onAvailable?.(false);
    },
    [onAvailable],
  );
  const tryAgain = (): void => {
    setFault(null);
    onAvailable?.(true);
  };
  return (
    <section className="scene-pane" aria-label={t("scene.name")}>
      {fault === null ? (
        <SceneGuard onFault={giveUp}>
          <Suspense fallback={<SceneLoading />}>
            <LiveScene windows={windows} bands={bands} labelLines={labelLines} giveUp={giveUp} />
          </Suspense>
        </SceneGuard>
      ) : (
        <div className="scene-sentence">
          <p role="alert">{t(faultSentences[fault])}</p>
          {fault === "context-lost" && <Button onClick={tryAgain}>{t("scene.tryAgain")}</Button>}
        </div>
      )}
      {fault !== null && <CommitAtOnce />}
      {fault === null && children}
      {fault === null && <ScatterNote />}
      <Attribution />
    </section>
  );
}

interface LiveSceneProps {
  readonly windows: WindowsSource | null;
  readonly bands: StoreyBands | null;
  readonly labelLines: ReadonlyMap<BuildingId, string> | undefined;
  readonly giveUp: (reason: SceneFault) => void;
}

function LiveScene({ windows, bands, labelLines, giveUp }: LiveSceneProps) {
  const { Scene, community, mesh, replica, view, looks, clock } = useDesk();
  const { t, language } = useWords();
  const theme = useSignal(looks.theme);
  const faces = useSignal(mesh);
  const box = useRef<HTMLDivElement>(null);
  // The scene is opened anew when its binding is another one: it must outlive every render of this pane.
  const binding = useMemo(() => ({ state: view, onCamera: view.look }), [view]);
  const description = useId();
  useEffect(() => {
    const [picture, labels] = box.current?.querySelectorAll("canvas") ?? [];
    picture?.setAttribute("role", "application");
    picture?.setAttribute("aria-label", t("scene.name"));
    picture?.setAttribute("aria-describedby", description);
    labels?.setAttribute("aria-hidden", "true");
  }, [t, description]);
  const [hover, setHover] = useState<Hover | null>(null);
  const [interrupted, setInterrupted] = useState(false);
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
  return (
    <div className="scene-box" ref={box} onPointerLeave={() => setHover(null)}>
      <Scene
        community={community}
        mesh={faces}
        replica={replica}
        view={binding}
        mood={looks.mood}
        theme={theme}
        language={language}
        windows={windows}
        bands={bands}
        {...(labelLines === undefined ? {} : { labelLines })}
        obstacles={obstacles}
        onHover={onHover}
        onSelect={onSelect}
        clock={clock}
        onInterrupted={setInterrupted}
        onUnavailable={giveUp}
      />
      {interrupted && (
        <p className="scene-interrupted" role="status">
          {t("scene.interrupted")}
        </p>
      )}
      <p className="only-heard" id={description}>
        {t("scene.describe")}
      </p>
      {hover !== null && <HoverCard {...hover} />}
    </div>
  );
}

function SceneLoading() {
  const { t } = useWords();
  return (
    <>
      <CommitAtOnce />
      <p className="scene-sentence">{t("scene.loading")}</p>
    </>
  );
}

/** Where there is no frame to take what arrived, it is taken as it comes. */
export function CommitAtOnce() {
  const { replica } = useDesk();
  useEffect(() => {
    replica.commit();
    return replica.onArrival(() => void replica.commit());
  }, [replica]);
  return null;
}

/** A scene that throws is a scene that is not there; the rest of the desk goes on. */
class SceneGuard extends Component<
  { readonly onFault: (reason: SceneFault) => void; readonly children: ReactNode },
  { fault: boolean }
> {
  override state = { fault: false };

  static getDerivedStateFromError(): { fault: boolean } {
    return { fault: true };
  }

  override componentDidCatch(): void {
    this.props.onFault("fault");
  }

  override render(): ReactNode {
    return this.state.fault ? null : this.props.children;
  }
}
