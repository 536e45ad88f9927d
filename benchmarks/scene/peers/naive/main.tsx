// What one writes first: a mesh for each device, and React state for what it last said.
import { memo, useEffect, useState } from "react";
import { type Mesh, MeshBasicMaterial, SphereGeometry } from "three";
import { colours, follow, type PeerPage, radiusM, type Told } from "../peer-scene.ts";
import { openReactPlace, type ReactPlace, standing } from "../react-place.tsx";

const sphere = new SphereGeometry(radiusM, 8, 6);
const materials = colours.map(([r, g, b]) => new MeshBasicMaterial({ color: `rgb(${r},${g},${b})` }));
const setters: ((state: number) => void)[] = [];
const meshes: (Mesh | null)[] = [];
let place: ReactPlace | null = null;

interface DeviceProps {
  readonly index: number;
  readonly at: readonly [number, number, number];
  readonly first: number;
}

const Device = memo(function Device({ index, at, first }: DeviceProps) {
  const [state, setState] = useState(first);
  useEffect(() => {
    setters[index] = setState;
  }, [index]);
  return (
    <mesh
      ref={(mesh) => void (meshes[index] = mesh)}
      position={at}
      geometry={sphere}
      {...(materials[state] ? { material: materials[state] } : {})}
    />
  );
});

function open({ scene, places, states }: Told): PeerPage {
  const devices = Array.from(states, (first, index) => {
    const [east = 0, north = 0, up = 0] = places.subarray(index * 3, index * 3 + 3);
    return <Device key={index} index={index} at={standing(east, north, up)} first={first} />;
  });
  openReactPlace(scene, devices, (opened) => (place = opened));
  return {
    turn: () => place?.turn(),
    shown: () => meshes.map((mesh) => (mesh?.material === materials[1] ? 1 : 0)),
  };
}

await follow(open, (indices, states) => {
  indices.forEach((index, n) => setters[index]?.(states[n] ?? 0));
});
