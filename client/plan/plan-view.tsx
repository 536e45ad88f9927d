import { useEffect, useRef } from "react";
import { signColours } from "../look/sign-colours.ts";
import { Hands } from "../scene/camera/hands.ts";
import type { CanvasMaker } from "./devices/sign-sprites.ts";
import { PlanPicture } from "./plan-picture.ts";
import type { PlanViewProps } from "./plan-props.ts";
import { PlanSession } from "./plan-session.ts";

const canvasOf: CanvasMaker = (width, height) => {
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  return canvas.getContext("2d");
};

/** The page's own type says from how far it is read. */
const typeScale = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;

/** The community from above. React opens and closes it; nothing that happens inside goes through React. */
export default function PlanView(props: PlanViewProps) {
  const { community, replica, view } = props;
  const box = useRef<HTMLDivElement>(null);
  const session = useRef<PlanSession | null>(null);
  const latest = useRef(props);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const opened = openPlan(element, latest.current, { community, replica, view });
    session.current = opened.session;
    return () => {
      session.current = null;
      opened.close();
    };
  }, [community, replica, view]);
  useEffect(() => {
    latest.current = props;
    session.current?.setProps(props);
  });
  return <div ref={box} className="plan-view" style={{ position: "absolute", inset: 0 }} />;
}

interface OpenPlan {
  readonly session: PlanSession | null;
  close(): void;
}

/** Puts the two sheets into an element and opens the session on them. */
function openPlan(
  element: HTMLElement,
  props: PlanViewProps,
  { community, replica, view }: Pick<PlanViewProps, "community" | "replica" | "view">,
): OpenPlan {
  const [ground, over] = [sheetIn(element, 0), sheetIn(element, 1)];
  if (!ground || !over) {
    props.onUnavailable?.("fault");
    return { session: null, close: () => element.replaceChildren() };
  }
  const colours = signColours(props.mood, props.theme);
  const path = (svg: string): Path2D => new Path2D(svg);
  const picture = new PlanPicture(community, ground, over, canvasOf, path, props, colours);
  const request = (run: () => void): void => void requestAnimationFrame(run);
  const session = new PlanSession({ community, replica, view, props, picture, request });
  // The upper sheet lies where hands reach it; it is what has the keys.
  const { canvas } = over;
  canvas.tabIndex = 0;
  const hands = new Hands(canvas, session.camera, {
    moved: () => session.moved(),
    pointed: (at) => session.point(at),
    clicked: (at) => session.click(at),
    home: () => session.goHome(),
  });
  const fit = (): void =>
    session.setSize(
      Math.max(1, element.clientWidth),
      Math.max(1, element.clientHeight),
      devicePixelRatio,
      typeScale(),
    );
  const watcher = new ResizeObserver(fit);
  watcher.observe(element);
  fit();
  return {
    session,
    close() {
      watcher.disconnect();
      hands.close();
      session.close();
      element.replaceChildren();
    },
  };
}

function sheetIn(element: HTMLElement, order: number): CanvasRenderingContext2D | null {
  const canvas = document.createElement("canvas");
  canvas.style.cssText = `position:absolute;inset:0;width:100%;height:100%;display:block;outline:none;z-index:${order}`;
  element.append(canvas);
  return canvas.getContext("2d");
}
