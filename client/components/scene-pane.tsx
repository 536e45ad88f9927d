import { Button } from "@mantine/core";
import { Component, Suspense, useCallback, useRef, useState, type ReactNode } from "react";
import type { BuildingId } from "../../models/ids.ts";
import type { MessageKey } from "../language/messages.ts";
import { useWords } from "../language/use-words.ts";
import type { SceneFault, StoreyBands, WindowsSource } from "../scene/scene-props.ts";
import { Attribution } from "./attribution.tsx";
import { CommitAtOnce } from "./commit-at-once.tsx";
import { ScatterNote } from "./scatter-note.tsx";
import { useDesk } from "./desk-context.ts";
import { LivePlan, LiveScene } from "./live-picture.tsx";
import { usePart } from "./use-signal.ts";
import "./scene-pane.css";

interface ScenePaneProps {
  readonly windows?: WindowsSource | null;
  readonly bands?: StoreyBands | null;
  readonly labelLines?: ReadonlyMap<BuildingId, string>;
  /** Legends and buttons on the picture's own ground. */
  readonly children?: ReactNode;
}

const faultSentences = {
  "no-webgl": "scene.unavailable",
  "context-lost": "scene.gone",
  fault: "scene.broken",
} as const satisfies Record<SceneFault, MessageKey>;

/** The community in its place, as scene or as plan: what was asked for, and the plan where there can be no scene. */
export function ScenePane({ windows = null, bands = null, labelLines, children }: ScenePaneProps) {
  const { view } = useDesk();
  const { t } = useWords();
  const wanted = usePart(view, "picture");
  const [fault, setFault] = useState<SceneFault | null>(null);
  const [noPlan, setNoPlan] = useState(false);
  const loseScene = useCallback((reason: SceneFault) => setFault(reason), []);
  const losePlan = useCallback(() => setNoPlan(true), []);
  const picture = fault === null ? wanted : "plan";
  // The keys stay with the picture when it becomes the other one.
  const hadKeys = useRef(false);
  const keep = useCallback((has: boolean) => (hadKeys.current = has), []);
  return (
    <section
      className="scene-pane"
      data-picture={picture}
      aria-label={t(picture === "plan" ? "plan.name" : "scene.name")}
    >
      {picture === "scene" && (
        <PictureGuard key="scene" onFault={() => loseScene("fault")}>
          <Suspense fallback={<PictureLoading sentence="scene.loading" />}>
            <LiveScene
              windows={windows}
              bands={bands}
              labelLines={labelLines}
              keys={[hadKeys, keep]}
              giveUp={loseScene}
            />
          </Suspense>
        </PictureGuard>
      )}
      {picture === "plan" && !noPlan && (
        <PictureGuard key="plan" onFault={losePlan}>
          <Suspense fallback={<PictureLoading sentence="plan.loading" />}>
            <LivePlan labelLines={labelLines} keys={[hadKeys, keep]} giveUp={losePlan} />
          </Suspense>
        </PictureGuard>
      )}
      {picture === "plan" && noPlan && (
        <>
          <CommitAtOnce />
          <p className="scene-sentence" role="alert">
            {t("plan.broken")}
          </p>
        </>
      )}
      {fault !== null && wanted === "scene" && (
        <div className="plan-why" data-over-scene>
          <p role="alert">{t(faultSentences[fault])}</p>
          {fault === "context-lost" && <Button onClick={() => setFault(null)}>{t("scene.tryAgain")}</Button>}
        </div>
      )}
      {children}
      <ScatterNote />
      <Attribution />
    </section>
  );
}

function PictureLoading({ sentence }: { readonly sentence: MessageKey }) {
  const { t } = useWords();
  return (
    <>
      <CommitAtOnce />
      <p className="scene-sentence">{t(sentence)}</p>
    </>
  );
}

/** A picture that throws is one that is not there; the rest of the desk goes on. */
class PictureGuard extends Component<
  { readonly onFault: () => void; readonly children: ReactNode },
  { fault: boolean }
> {
  override state = { fault: false };

  static getDerivedStateFromError(): { fault: boolean } {
    return { fault: true };
  }

  override componentDidCatch(): void {
    this.props.onFault();
  }

  override render(): ReactNode {
    return this.state.fault ? null : this.props.children;
  }
}
