import { Canvas, type RootState } from "@react-three/fiber";
import type { ReactNode } from "react";
import { createRoot } from "react-dom/client";
import { Color, type PerspectiveCamera } from "three";
import { fieldOfViewDeg } from "../../../models/view/camera-fit.ts";
import { eye, type PeerScene } from "./peer-scene.ts";

/** The scene's axes: x east, y up, z south. */
export const standing = (east: number, north: number, up: number): [number, number, number] => [
  east,
  up,
  -north,
];

export interface ReactPlace {
  turn(): void;
}

/** A canvas that draws on demand, boxes for buildings, and the camera as everybody has it. */
export function openReactPlace(
  { boxes, centre, radiusM }: PeerScene,
  devices: ReactNode,
  opened: (place: ReactPlace) => void,
): void {
  const root = document.querySelector("#place");
  if (!root) throw new Error("the page has no #place");
  const [east = 0, north = 0, up = 0] = centre;
  const take = ({ scene, camera, invalidate }: RootState): void => {
    scene.background = new Color("#dfe6ec");
    let headingDeg = 332;
    const look = (): void => {
      const distanceM = radiusM * eye.radii;
      aim(camera as PerspectiveCamera, standing(east, north, up), headingDeg, distanceM);
    };
    look();
    opened({
      turn() {
        headingDeg += eye.turnDeg;
        look();
        invalidate();
      },
    });
  };
  createRoot(root).render(
    <Canvas
      frameloop="demand"
      dpr={1}
      camera={{ fov: fieldOfViewDeg, near: 1, far: 8000 }}
      flat
      onCreated={take}
    >
      <ambientLight intensity={1} />
      <directionalLight position={[300, 600, 200]} intensity={2} />
      {boxes.map(({ middle, size: [wide, deep, high] }, n) => (
        // oxlint-disable-next-line react/no-array-index-key
        <mesh key={n} position={standing(...middle)}>
          <boxGeometry args={[wide, high, deep]} />
          <meshLambertMaterial color="#8a949e" />
        </mesh>
      ))}
      {devices}
    </Canvas>,
  );
}

function aim(
  camera: PerspectiveCamera,
  [x, y, z]: readonly [number, number, number],
  headingDeg: number,
  distanceM: number,
): void {
  const [heading, tilt] = [(headingDeg * Math.PI) / 180, (eye.tiltDeg * Math.PI) / 180];
  const flat = Math.cos(tilt) * distanceM;
  camera.position.set(
    x - Math.sin(heading) * flat,
    y + Math.sin(tilt) * distanceM,
    z + Math.cos(heading) * flat,
  );
  camera.lookAt(x, y, z);
  camera.updateMatrixWorld();
}
