// CesiumJS without a globe, drawing on demand: a point of a collection for each device.
import {
  BoxGeometry,
  Cartesian3,
  CesiumWidget,
  Color,
  ColorGeometryInstanceAttribute,
  GeometryInstance,
  HeadingPitchRange,
  LabelCollection,
  Math as CesiumMath,
  Matrix4,
  PerInstanceColorAppearance,
  PointPrimitiveCollection,
  Primitive,
  Transforms,
} from "cesium";
import { colours, eye, follow, type PeerBox, type PeerPage, type Told } from "../peer-scene.ts";

const inks = colours.map(([r, g, b]) => Color.fromBytes(r, g, b, 255));
let take: (indices: Uint32Array, states: Uint8Array) => void = () => undefined;

function open({ scene, places, states }: Told): PeerPage {
  const place = document.querySelector("#place");
  if (!place) throw new Error("the page has no #place");
  const widget = new CesiumWidget(place, {
    baseLayer: false,
    globe: false,
    skyBox: false,
    skyAtmosphere: false,
    requestRenderMode: true,
    maximumRenderTimeChange: Number.POSITIVE_INFINITY,
    creditContainer: document.createElement("div"),
  });
  const here = Transforms.eastNorthUpToFixedFrame(
    Cartesian3.fromDegrees(scene.longitudeDeg, scene.latitudeDeg, 0),
  );
  const { primitives, camera } = widget.scene;
  primitives.add(buildingsOf(scene.boxes, here));
  const points = primitives.add(new PointPrimitiveCollection({ modelMatrix: here }));
  states.forEach((state, index) => {
    const [east = 0, north = 0, up = 0] = places.subarray(index * 3, index * 3 + 3);
    points.add({ position: new Cartesian3(east, north, up), color: inks[state], pixelSize: 6 });
  });
  const names = primitives.add(new LabelCollection({ modelMatrix: here }));
  names.show = false;
  for (const { name, middle, size } of scene.boxes) {
    const top = new Cartesian3(middle[0], middle[1], middle[2] + size[2] / 2 + 4);
    names.add({ position: top, text: name, font: "13px sans-serif" });
  }
  const [east = 0, north = 0, up = 0] = scene.centre;
  const middle = Matrix4.multiplyByTranslation(here, new Cartesian3(east, north, up), new Matrix4());
  let headingDeg = 332;
  const look = (): void => {
    const [heading, tilt] = [CesiumMath.toRadians(headingDeg), CesiumMath.toRadians(-eye.tiltDeg)];
    camera.lookAtTransform(middle, new HeadingPitchRange(heading, tilt, scene.radiusM * eye.radii));
    widget.scene.requestRender();
  };
  look();
  take = (indices, news) => {
    indices.forEach((index, n) => {
      const ink = inks[news[n] ?? 0];
      if (ink) points.get(index).color = ink;
    });
    widget.scene.requestRender();
  };
  return {
    turn() {
      headingDeg += eye.turnDeg;
      look();
    },
    labels(shown) {
      names.show = shown;
      widget.scene.requestRender();
    },
    shown: () => Array.from(states, (_, index) => (points.get(index).color.red > 0.9 ? 1 : 0)),
  };
}

function buildingsOf(boxes: readonly PeerBox[], here: Matrix4): Primitive {
  const color = ColorGeometryInstanceAttribute.fromColor(Color.fromBytes(138, 148, 158, 255));
  const vertexFormat = PerInstanceColorAppearance.VERTEX_FORMAT;
  return new Primitive({
    asynchronous: false,
    appearance: new PerInstanceColorAppearance({ translucent: false }),
    geometryInstances: boxes.map(({ middle, size }) => {
      const dimensions = new Cartesian3(...size);
      return new GeometryInstance({
        geometry: BoxGeometry.fromDimensions({ dimensions, vertexFormat }),
        modelMatrix: Matrix4.multiplyByTranslation(here, new Cartesian3(...middle), new Matrix4()),
        attributes: { color },
      });
    }),
  });
}

await follow(open, (indices, states) => take(indices, states));
