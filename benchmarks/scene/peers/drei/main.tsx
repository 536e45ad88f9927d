// One draw for all devices, each a component: drei's Instances; names by its Html.
import { Html, Instance, Instances } from "@react-three/drei";
import { memo, useEffect, useState } from "react";
import type { Color } from "three";
import { colours, follow, type PeerPage, type PeerScene, radiusM, type Told } from "../peer-scene.ts";
import { openReactPlace, type ReactPlace, standing } from "../react-place.tsx";

const inks = colours.map(([r, g, b]) => `rgb(${r},${g},${b})`);
const setters: ((state: number) => void)[] = [];
const instances: ({ readonly color: Color } | null)[] = [];
let showLabels: (shown: boolean) => void = () => undefined;
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
    <Instance
      ref={(instance: { readonly color: Color } | null) => void (instances[index] = instance)}
      position={at}
      color={inks[state] ?? "black"}
    />
  );
});

function Labels({ boxes }: Pick<PeerScene, "boxes">) {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    showLabels = setShown;
  }, []);
  if (!shown) return null;
  return boxes.map(({ name, middle: [east, north, up], size }) => (
    <Html key={name} position={standing(east, north, up + size[2] / 2 + 4)} center>
      <span>{name}</span>
    </Html>
  ));
}

function open({ scene, places, states }: Told): PeerPage {
  const devices = (
    <>
      <Instances limit={states.length} range={states.length} frustumCulled={false}>
        <sphereGeometry args={[radiusM, 8, 6]} />
        <meshBasicMaterial />
        {Array.from(states, (first, index) => {
          const [east = 0, north = 0, up = 0] = places.subarray(index * 3, index * 3 + 3);
          return <Device key={index} index={index} at={standing(east, north, up)} first={first} />;
        })}
      </Instances>
      <Labels boxes={scene.boxes} />
    </>
  );
  openReactPlace(scene, devices, (opened) => (place = opened));
  return {
    turn: () => place?.turn(),
    labels: (shown) => showLabels(shown),
    // A colour is linear here; only one of the two is redder than half.
    shown: () => instances.map((instance) => ((instance?.color.r ?? 0) > 0.5 ? 1 : 0)),
  };
}

await follow(open, (indices, states) => {
  indices.forEach((index, n) => setters[index]?.(states[n] ?? 0));
});
