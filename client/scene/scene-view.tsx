import { useEffect, useRef } from "react";
import { Hands } from "./camera/hands.ts";
import { openFrames } from "./frame-root.tsx";
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

  // biome-ignore lint: the picture is a thing one works on with the keyboard too
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
  const sheet = labels.getContext("2d");
  const size = () => ({ width: Math.max(1, element.clientWidth), height: Math.max(1, element.clientHeight) });
  if (!sheet) {
    latest.current.onUnavailable?.("no-webgl");
    return { close };
  }
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  openFrames(canvas, size(), (renderer, request) => {
    const session = new Session({
      community,
      replica,
      view,
      still,
      request,
      props: latest.current,
      canvas: canvasOf,
      sheet: new LabelSheet(sheet, canvasOf),
      glyphs: glyphAtlas(canvasOf, (svg) => new Path2D(svg)),
      largestSheet: renderer.capabilities.maxTextureSize,
    });
    return session;
  }).then(
    ({ session, root }) => {
      closers.push(() => {
        root.unmount();
        session.close();
      });
      if (closed) return close();
      session.setMesh(latest.current.mesh);
      session.setProps(latest.current);
      const fit = (): void => session.setSize(size().width, size().height, devicePixelRatio);
      const watcher = new ResizeObserver(fit);
      watcher.observe(element);
      const hands = new Hands(canvas, session.orbit, {
        moved: () => session.frame.ask("camera"),
        pointed: (at) => session.point(at),
        clicked: (at) => session.click(at),
        home: () => session.goHome(),
      });
      // Only a loss that is not taken as final is given back.
      const lost = (event: Event): void => event.preventDefault();
      const back = (): void => {
        session.stage.bakeAgain();
        session.frame.ask("restored");
      };
      canvas.addEventListener("webglcontextlost", lost);
      canvas.addEventListener("webglcontextrestored", back);
      closers.push(() => {
        watcher.disconnect();
        hands.close();
        canvas.removeEventListener("webglcontextlost", lost);
        canvas.removeEventListener("webglcontextrestored", back);
      });
      fit();
      made(session);
      return undefined;
    },
    () => {
      if (!closed) latest.current.onUnavailable?.("no-webgl");
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
