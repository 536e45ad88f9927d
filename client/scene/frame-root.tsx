import { createRoot, useFrame } from "@react-three/fiber";
import type { ReconcilerRoot } from "@react-three/fiber";
import { NoToneMapping, PCFShadowMap, WebGLRenderer } from "three";
import type { Session } from "./session.ts";

/** The renderer of a canvas. Fails where there is no WebGL 2. */
function rendererOf(canvas: HTMLCanvasElement): WebGLRenderer {
  const renderer = new WebGLRenderer({ canvas, antialias: true, powerPreference: "high-performance" });
  renderer.toneMapping = NoToneMapping;
  return renderer;
}

/** The only useFrame there is; priority 1 takes the drawing itself into our hands. */
function OneFrame({ session }: { readonly session: Session }): null {
  useFrame((_, seconds) => session.frame.run(seconds), 1);
  return null;
}

/** Opens the frame loop on a canvas: on demand, with our renderer, scene and camera. */
export async function openFrames(
  canvas: HTMLCanvasElement,
  size: { readonly width: number; readonly height: number },
  make: (renderer: WebGLRenderer, request: () => void) => Session,
): Promise<{ session: Session; root: ReconcilerRoot<HTMLCanvasElement> }> {
  const renderer = rendererOf(canvas);
  const root = createRoot(canvas);
  let request: () => void = () => undefined;
  const session = make(renderer, () => request());
  await root.configure({
    gl: renderer,
    scene: session.stage.scene,
    camera: session.stage.camera,
    frameloop: "demand",
    flat: true,
    shadows: { enabled: true, type: PCFShadowMap, autoUpdate: false },
    dpr: 1,
    size: { ...size, top: 0, left: 0 },
  });
  const store = root.render(<OneFrame session={session} />);
  request = () => store.getState().invalidate();
  session.setRenderer(renderer);
  return { session, root };
}
