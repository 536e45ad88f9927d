import { PerspectiveCamera, Scene, Vector3 } from "three";
import type { CanvasTexture, Texture, WebGLRenderer } from "three";
import type { Asset, CityMesh, CommunityDocument } from "../../models/community/community.ts";
import { fieldOfViewDeg } from "../../models/view/camera-fit.ts";
import type { Camera, Layer as LayerName } from "../../models/view/view-state.ts";
import type { Mood, Theme } from "../look/palette.ts";
import { eyeOf } from "./camera/camera-space.ts";
import { groundHeightM } from "./camera/limits.ts";
import type { Layer } from "./layer.ts";
import { BuildingLayer } from "./layers/buildings/building-layer.ts";
import { CityMeshLayer } from "./layers/city-mesh/city-mesh-layer.ts";
import { DeviceLayer } from "./layers/devices/device-layer.ts";
import { FurnitureLayer } from "./layers/furniture/furniture-layer.ts";
import type { CanvasMaker } from "./layers/ground/ground-layer.ts";
import { GroundLayer } from "./layers/ground/ground-layer.ts";
import { groundBox, sceneRect } from "./layers/ground/ground-rect.ts";
import { terrainOf } from "./layers/ground/terrain.ts";
import { BarrierLayer } from "./layers/barriers/barrier-layer.ts";
import { LampLights } from "./layers/lamps/lamp-lights.ts";
import { OutlineLayer } from "./layers/selection/outline-layer.ts";
import { CityGround } from "./layers/surroundings/city-ground.ts";
import { CityMassing } from "./layers/surroundings/city-massing.ts";
import { TreeLayer } from "./layers/trees/tree-layer.ts";
import { dayOfYear, grassTint } from "./layers/trees/tree-season.ts";
import { WaterLayer } from "./layers/water/water-layer.ts";
import { Atmosphere } from "./light/atmosphere.ts";
import { daylightAt, studioLight } from "./light/daylight.ts";
import { skyPlaceAt, studioPlace } from "./light/sun-place.ts";
import { SkyDome } from "./sky/sky-dome.ts";
import { SkyLight } from "./sky/sky-light.ts";

/** Pixels of the longer side of the painted ground, of the site and of the city around. */
export interface SheetSizes {
  readonly site: number;
  readonly city: number;
}

/** All that can be seen of a community; what happens to it is decided by the frame. */
export class Stage {
  readonly scene = new Scene();
  readonly camera = new PerspectiveCamera(fieldOfViewDeg, 1, 1, 8000);
  readonly groundM: number;
  readonly buildings: BuildingLayer;
  readonly devices: DeviceLayer;
  readonly outline = new OutlineLayer();
  readonly lamps: LampLights;
  readonly barriers: BarrierLayer;
  mesh: CityMeshLayer | null = null;
  readonly #community: CommunityDocument;
  readonly #atmosphere = new Atmosphere();
  readonly #light: SkyLight;
  readonly #ground: GroundLayer;
  #trees: TreeLayer;
  readonly #water: WaterLayer;
  readonly #city: CityMassing;
  readonly #layers: readonly Layer[];
  readonly #glyphs: Texture;
  readonly #southern: boolean;
  readonly #hazeScale: number;
  #lightFor = "";

  constructor(community: CommunityDocument, canvas: CanvasMaker, sheets: SheetSizes, glyphs: CanvasTexture) {
    this.#community = community;
    // The horizon is as far away as the place is wide: a small model fades sooner than a quarter.
    this.#hazeScale = Math.min(1.8, Math.max(0.45, Math.sqrt(270 / community.frame.radiusM)));
    this.#southern = (community.place?.latitudeDeg ?? 1) < 0;
    const groundM = groundHeightM(community);
    this.groundM = groundM;
    const air = this.#atmosphere;
    const terrain = terrainOf(community);
    const box = groundBox(community);
    const furniture = new FurnitureLayer(community.assets, air);
    this.lamps = new LampLights(community, groundM, box, furniture, air);
    air.setLamps(this.lamps.map, sceneRect(box), groundM);
    this.barriers = new BarrierLayer(air);
    this.#light = new SkyLight();
    this.buildings = new BuildingLayer(community.mesh ? [] : community.buildings, community.assets, air);
    this.#ground = new GroundLayer(community, box, terrain, air, canvas, sheets.site);
    this.#trees = new TreeLayer(community.assets, air);
    this.#water = new WaterLayer(community, groundM, air);
    this.#city = new CityMassing(community.surroundings, box, groundM, air);
    this.#glyphs = glyphs;
    this.devices = new DeviceLayer(glyphs);
    this.#layers = [
      new SkyDome(air, community.surroundings.length > 0),
      this.#light,
      this.buildings,
      this.#ground,
      this.lamps,
      this.#water,
      this.#city,
      new CityGround(community, terrain, air, canvas, sheets.city),
      furniture,
      this.barriers,
      this.devices,
      this.outline,
    ];
    for (const layer of [...this.#layers, this.#trees]) this.scene.add(layer.root);
    this.scene.matrixWorldAutoUpdate = false;
    this.cover(4096);
  }

  /** Size of the shadow map; covers what the frame shows. */
  cover(shadowMap: number): void {
    const { centre, radiusM } = this.#community.frame;
    this.#light.cover(new Vector3(centre[0], this.groundM, -centre[1]), radiusM * 1.35, shadowMap);
  }

  setMesh(mesh: CityMesh | null): void {
    if (this.mesh) {
      this.scene.remove(this.mesh.root);
      this.mesh.close();
    }
    this.mesh = mesh ? new CityMeshLayer(mesh, this.#atmosphere) : null;
    if (this.mesh) this.scene.add(this.mesh.root);
    this.#plant(this.mesh?.plants ?? []);
    this.#light.shadowDue = true;
  }

  /** Trees of a city model stand beside the community's own. */
  #plant(more: readonly Asset[]): void {
    const { visible } = this.#trees.root;
    this.scene.remove(this.#trees.root);
    this.#trees.close();
    this.#trees = new TreeLayer([...this.#community.assets, ...more], this.#atmosphere);
    this.#trees.root.visible = visible;
    this.scene.add(this.#trees.root);
    this.#lightFor = "";
  }

  show(layers: ReadonlySet<LayerName>): void {
    this.devices.shown = layers.has("devices");
    this.#city.root.visible = layers.has("surroundings");
    if (this.#trees.root.visible !== layers.has("trees")) {
      this.#trees.root.visible = layers.has("trees");
      this.#light.shadowDue = true;
    }
  }

  /** The light of a moment; cheap enough for every frame. True when it is another than before to the eye. */
  setTime(atMs: number, mood: Mood, theme: Theme): boolean {
    const grey = mood === "grey";
    const place = grey ? studioPlace : skyPlaceAt(this.#community.place, atMs);
    const day = dayOfYear(atMs);
    const key = [
      mood,
      theme,
      Math.round(place.sunDeg * 20),
      Math.round(place.keyAzimuthDeg * 10),
      Math.floor(day),
    ].join(" ");
    if (key === this.#lightFor) return false;
    this.#lightFor = key;
    const light = grey ? studioLight(theme) : daylightAt(place.sunDeg);
    this.#atmosphere.set(light, place, mood, theme, this.#hazeScale);
    this.#light.set(light, place);
    this.lamps.root.visible = !grey;
    if (this.#trees.dress(day, this.#southern)) this.#light.shadowDue = true;
    this.#ground.uniforms.uGrass.value.setRGB(...grassTint(day, this.#southern));
    return true;
  }

  /** Ripples of the water; `litShare` of the windows it mirrors are lit. */
  setWater(seconds: number, litShare: number): void {
    this.#water.set(seconds, litShare);
  }

  /** Windows of the city around. */
  setHour(localHour: number): void {
    this.#city.light(localHour);
  }

  setCamera(camera: Camera, aspect: number): void {
    const eye = eyeOf(camera);
    this.camera.position.set(eye[0], eye[2], -eye[1]);
    this.camera.up.set(0, 1, 0);
    this.camera.lookAt(camera.target[0], camera.target[2], -camera.target[1]);
    this.camera.aspect = aspect;
    this.camera.near = Math.max(0.5, camera.distanceM * 0.02);
    this.camera.far = 7000 + camera.distanceM * 4;
    this.camera.updateProjectionMatrix();
    this.camera.updateMatrixWorld();
  }

  render(renderer: WebGLRenderer, nearTrees: number): void {
    this.#trees.look(this.camera.position, nearTrees);
    const ratio = renderer.getPixelRatio();
    const pixels = renderer.domElement.height / (2 * Math.tan((fieldOfViewDeg * Math.PI) / 360));
    this.lamps.setPixels(pixels);
    this.devices.setPixels(pixels, ratio);
    renderer.shadowMap.needsUpdate = this.#light.shadowDue;
    this.#light.shadowDue = false;
    renderer.render(this.scene, this.camera);
  }

  /** After the graphics came back from a loss: what was baked is baked anew. */
  bakeAgain(): void {
    this.#light.shadowDue = true;
  }

  close(): void {
    for (const layer of this.#layers) layer.close();
    this.#trees.close();
    this.mesh?.close();
    this.#glyphs.dispose();
    this.#atmosphere.close();
  }
}
