import { DirectionalLight, Group, HemisphereLight, Vector3 } from "three";
import type { Daylight } from "../light/daylight.ts";
import type { Layer } from "../layer.ts";
import type { SkyPlace } from "../light/sun-place.ts";
import { apartDeg, towards } from "../light/sun-place.ts";

/** The sun may wander so far before its shadows are baked anew. */
const shadowStepDeg = 0.5;

/** Key light with a baked shadow, and the fill of sky and ground. */
export class SkyLight implements Layer {
  readonly root = new Group();
  /** Set when the shadows must be baked in the next frame. */
  shadowDue = true;
  readonly #key = new DirectionalLight(0xffffff, 1);
  readonly #fill = new HemisphereLight(0xffffff, 0x777777, 1);
  readonly #centre = new Vector3();
  #radiusM = 300;
  #shadowFor: SkyPlace | null = null;

  constructor() {
    this.#key.castShadow = true;
    this.#key.shadow.bias = -0.0004;
    this.root.add(this.#key, this.#key.target, this.#fill);
  }

  /** What the shadow must cover: a ball around a point of the scene. */
  cover(centre: Vector3, radiusM: number, mapSize: number): void {
    this.#centre.copy(centre);
    this.#radiusM = radiusM;
    const { shadow } = this.#key;
    const { camera } = shadow;
    camera.left = camera.bottom = -radiusM;
    camera.right = camera.top = radiusM;
    camera.near = radiusM * 0.2;
    camera.far = radiusM * 4;
    camera.updateProjectionMatrix();
    shadow.normalBias = (radiusM / mapSize) * 4.5;
    shadow.radius = 2.2;
    if (shadow.mapSize.x !== mapSize) {
      shadow.mapSize.set(mapSize, mapSize);
      shadow.map?.dispose();
      shadow.map = null;
    }
    this.#shadowFor = null;
    this.shadowDue = true;
  }

  set(light: Daylight, place: SkyPlace): void {
    this.#key.color.setRGB(...light.key);
    this.#key.intensity = light.keyIntensity;
    this.#fill.color.setRGB(...light.skyFill);
    this.#fill.groundColor.setRGB(...light.groundFill);
    this.#fill.intensity = light.fillIntensity;
    if (this.#shadowFor !== null && apartDeg(this.#shadowFor, place) < shadowStepDeg) return;
    this.#shadowFor = place;
    this.shadowDue = true;
    const [x, y, z] = towards(place.keyAzimuthDeg, place.keyDeg);
    this.#key.position
      .set(x, y, z)
      .multiplyScalar(this.#radiusM * 2.1)
      .add(this.#centre);
    this.#key.target.position.copy(this.#centre);
    this.root.updateMatrixWorld(true);
  }

  close(): void {
    this.#key.dispose();
  }
}
