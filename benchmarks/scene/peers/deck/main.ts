// deck.gl as it is quickest: binary attributes, and only colours that change.
import { Deck, OrbitView } from "@deck.gl/core";
import { ScatterplotLayer, SolidPolygonLayer, TextLayer } from "@deck.gl/layers";
import { colours, eye, follow, type PeerBox, type PeerPage, radiusM, type Told } from "../peer-scene.ts";

let take: (indices: Uint32Array, states: Uint8Array) => void = () => undefined;

function open({ scene, places, states }: Told): PeerPage {
  const { boxes, centre } = scene;
  const inks = new Uint8ClampedArray(states.length * 4).fill(255);
  const paint = (index: number, state: number): void => inks.set(colours[state] ?? colours[0], index * 4);
  states.forEach((state, index) => paint(index, state));
  const positions = { value: places, size: 3 };
  const buildings = new SolidPolygonLayer({
    id: "buildings",
    data: boxes,
    extruded: true,
    getPolygon: footprintOf,
    getElevation: ({ size }: PeerBox) => size[2],
    getFillColor: [138, 148, 158],
  });
  const names = new TextLayer({
    id: "names",
    data: boxes,
    getText: ({ name }: PeerBox) => name,
    getPosition: ({ middle: [east, north, up], size }: PeerBox) => [east, north, up + size[2] / 2 + 4],
    getSize: 13,
  });
  let named = false;
  // A new object says that the colours are others; the places are the same object and stay where they are.
  const layers = () => [
    buildings,
    new ScatterplotLayer({
      id: "devices",
      data: {
        length: states.length,
        attributes: { getPosition: positions, getFillColor: { value: inks, size: 4 } },
      },
      billboard: true,
      getRadius: radiusM,
      radiusMinPixels: 3,
    }),
    ...(named ? [names] : []),
  ];
  let headingDeg = 332;
  // Zoom 0 is a pixel a metre at the target.
  const view = () => ({
    target: centre,
    rotationX: eye.tiltDeg,
    rotationOrbit: headingDeg,
    zoom: Math.log2(innerHeight / (2 * scene.radiusM)),
  });
  const deck = new Deck({
    parent: document.querySelector("#place"),
    views: new OrbitView({ orbitAxis: "Z", near: 0.1, far: 100 }),
    viewState: view(),
    controller: false,
    useDevicePixels: 1,
    layers: layers(),
  });
  take = (indices, news) => {
    indices.forEach((index, n) => paint(index, news[n] ?? 0));
    deck.setProps({ layers: layers() });
  };
  return {
    turn() {
      headingDeg += eye.turnDeg;
      deck.setProps({ viewState: view() });
    },
    labels(shown) {
      named = shown;
      deck.setProps({ layers: layers() });
    },
    shown: () => Array.from(states, (_, index) => (inks[index * 4] === colours[1][0] ? 1 : 0)),
  };
}

function footprintOf({ middle: [east, north, up], size: [wide, deep, high] }: PeerBox): number[][] {
  const foot = up - high / 2;
  return [
    [east - wide / 2, north - deep / 2, foot],
    [east + wide / 2, north - deep / 2, foot],
    [east + wide / 2, north + deep / 2, foot],
    [east - wide / 2, north + deep / 2, foot],
  ];
}

await follow(open, (indices, states) => take(indices, states));
