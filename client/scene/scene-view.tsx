import { useEffect, useRef } from "react";
import { Hands } from "./camera/hands.ts";
import { openFrames, rendererOf } from "./frame-root.tsx";
import { watchGraphics } from "./graphics-watch.ts";
import { glyphAtlas } from "./layers/devices/glyph-atlas.ts";
import type { CanvasMaker } from "./layers/ground/ground-layer.ts";
import { LabelSheet } from "./layers/labels/label-sheet.ts";
import type { SceneViewProps } from "./scene-props.ts";
import { Session } from "./session.ts";

const canvasOf: CanvasMaker = (width, height) => {
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  return canvas.getContext("2d");
};

const path = (svg: string): Path2D => new Path2D(svg);

/** The page's own type says from how far it is read: signs and names follow it. */
const typeScale = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;

/** The community as one sees it. React opens and closes it; nothing that happens inside goes through React. */
export default function SceneView(props: SceneViewProps) {
  const { community, mesh, replica, view } = props;
  const box = useRef<HTMLDivElement>(null);
  const session = useRef<Session | null>(null);
  const latest = useRef(props);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const opened = openScene(element, latest, { community, replica, view }, (made) => {
      session.current = made;
    });
    return () => {
      session.current = null;
      opened.close();
    };
  }, [community, replica, view]);

  useEffect(() => {
    latest.current = props;
    session.current?.setProps(props);
  });
  useEffect(() => session.current?.setMesh(mesh), [mesh]);

  return <div ref={box} className="scene-view" style={{ position: "absolute", inset: 0 }} />;
}

type Fixed = Pick<SceneViewProps, "community" | "replica" | "view">;

/** Puts canvas and labels into an element and opens the session on them. */
function openScene(
  element: HTMLElement,
  latest: { readonly current: SceneViewProps },
  { community, replica, view }: Fixed,
  made: (session: Session) => void,
): { close(): void } {
  const canvas = layered(element, 0);
  const labels = layered(element, 1);
  canvas.tabIndex = 0;
  labels.style.pointerEvents = "none";
  let closed = false;
  const closers: (() => void)[] = [() => element.replaceChildren()];
  const close = (): void => {
    closed = true;
    for (const closer of closers.toReversed()) closer();
    closers.length = 0;
  };
  const size = () => ({ width: Math.max(1, element.clientWidth), height: Math.max(1, element.clientHeight) });
  const sheet = labels.getContext("2d");
  const renderer = rendererOf(canvas);
  if (!sheet || !renderer) {
    latest.current.onUnavailable?.("no-webgl");
    return { close };
  }
  openFrames(
    canvas,
    renderer,
    size(),
    (request) =>
      new Session({
        community,
        replica,
        view,
        still: matchMedia("(prefers-reduced-motion: reduce)").matches,
        request,
        props: latest.current,
        canvas: canvasOf,
        sheet: new LabelSheet(sheet, canvasOf, path),
        glyphs: glyphAtlas(canvasOf, path),
        largestSheet: renderer.capabilities.maxTextureSize,
      }),
  ).then(
    (frames) => {
      const { session } = frames;
      closers.push(() => frames.close());
      if (closed) return close();
      session.setMesh(latest.current.mesh);
      session.setProps(latest.current);
      // The root has given the canvas the pixels of that moment; it shall follow its element.
      canvas.style.width = canvas.style.height = "100%";
      const fit = (): void => session.setSize(size().width, size().height, devicePixelRatio, typeScale());
      const watcher = new ResizeObserver(fit);
      watcher.observe(element);
      const hands = new Hands(canvas, session.orbit, {
        moved: () => session.frame.ask("camera"),
        pointed: (at) => session.point(at),
        clicked: (at) => session.click(at),
        home: () => session.goHome(),
      });
      const endWatch = watchGraphics(canvas, latest.current.clock, {
        lost: () => latest.current.onInterrupted?.(true),
        back() {
          session.bringBack();
          latest.current.onInterrupted?.(false);
        },
        gone: () => latest.current.onUnavailable?.("context-lost"),
      });
      closers.push(() => {
        endWatch();
        watcher.disconnect();
        hands.close();
      });
      fit();
      made(session);
      return undefined;
    },
    () => {
      renderer.dispose();
      renderer.forceContextLoss();
      if (!closed) latest.current.onUnavailable?.("fault");
    },
  );
  return { close };
}

function layered(element: HTMLElement, order: number): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  canvas.style.cssText = `position:absolute;inset:0;width:100%;height:100%;display:block;outline:none;z-index:${order}`;
  element.append(canvas);
  return canvas;
}
