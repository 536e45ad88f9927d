import { createRoot, useFrame } from "@react-three/fiber";
import { NoToneMapping, PCFShadowMap, WebGLRenderer } from "three";
import type { Session } from "./session.ts";

/** The renderer of a canvas; null where there is no WebGL 2. */
export function rendererOf(canvas: HTMLCanvasElement): WebGLRenderer | null {
  // Asked for here and not by the renderer, to which a browser without it is an error.
  const context = canvas.getContext("webgl2", { antialias: true, powerPreference: "high-performance" });
  if (!context) return null;
  const renderer = new WebGLRenderer({ canvas, context });
  renderer.toneMapping = NoToneMapping;
  return renderer;
}

/** The only useFrame there is; priority 1 takes the drawing itself into our hands. */
function OneFrame({ session }: { readonly session: Session }): null {
  useFrame((_, seconds) => session.frame.run(seconds), 1);
  return null;
}

export interface OpenFrames {
  readonly session: Session;
  /** Ends loop and session, and gives back all the graphics hold for them. */
  close(): void;
}

/** Opens the frame loop on a canvas: on demand, with our renderer, scene and camera. */
export async function openFrames(
  canvas: HTMLCanvasElement,
  renderer: WebGLRenderer,
  size: { readonly width: number; readonly height: number },
  make: (request: () => void) => Session,
): Promise<OpenFrames> {
  let request: () => void = () => undefined;
  const session = make(() => request());
  const root = createRoot(canvas);
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
  return {
    session,
    close() {
      // The context itself is let go by the root, once its last effects have run.
      root.unmount();
      session.close();
      renderer.dispose();
    },
  };
}
