import type { DataTexture } from "three";
import type { CommunityDocument } from "../../../../models/community/community.ts";
import type { Box } from "../../../../models/community/geometry.ts";
import type { Atmosphere } from "../../light/atmosphere.ts";
import type { Layer } from "../../layer.ts";
import type { FurnitureLayer } from "../furniture/furniture-layer.ts";
import { LightMap } from "../ground/light-map.ts";
import { LampLayer, Told } from "./lamp-layer.ts";
import { glowsOf, poolsOf } from "./lights.ts";

const mapSide = 900;

/**
 * The community's lamps as each says of itself: its light, its head and its pool on the ground. A lamp that says
 * nothing follows the sun.
 */
export class LampLights implements Layer {
  readonly root: LampLayer["root"];
  readonly #layer: LampLayer;
  readonly #furniture: Pick<FurnitureLayer, "setLamp">;
  readonly #pools: ReturnType<typeof poolsOf>;
  readonly #map: LightMap;
  readonly #told: Uint8Array;
  readonly #shown: Uint8Array;
  #heard = true;
  #due = false;

  constructor(
    community: CommunityDocument,
    groundM: number,
    box: Box,
    furniture: Pick<FurnitureLayer, "setLamp">,
    atmosphere: Atmosphere,
  ) {
    this.#furniture = furniture;
    this.#pools = poolsOf(community);
    this.#map = new LightMap(box, this.#pools, mapSide);
    this.#layer = new LampLayer(glowsOf(community, groundM), atmosphere);
    this.root = this.#layer.root;
    const lamps = community.assets.filter(({ kind }) => kind === "lamp").length;
    this.#told = new Uint8Array(lamps);
    this.#shown = new Uint8Array(lamps);
  }

  /** Pools of light on the ground. */
  get map(): DataTexture {
    return this.#map.texture;
  }

  /** What the n-th lamp of the assets says of itself. */
  tell(lamp: number, told: Told): void {
    if (lamp < 0 || lamp >= this.#told.length || this.#told[lamp] === told) return;
    this.#told[lamp] = told;
    this.#due = true;
  }

  /** Nobody has said anything yet. */
  forget(): void {
    this.#told.fill(Told.nothing);
    this.#due = true;
  }

  /** Lamps say what they do now; of another moment they have said nothing. */
  hear(heard: boolean): void {
    this.#due ||= heard !== this.#heard;
    this.#heard = heard;
  }

  /** Shows what was said. True when that changed anything. */
  settle(): boolean {
    if (!this.#due) return false;
    this.#due = false;
    let changed = false;
    this.#told.forEach((said, lamp) => {
      const told = this.#heard ? said : Told.nothing;
      const before = this.#shown[lamp] ?? Told.nothing;
      if (told === before) return;
      this.#shown[lamp] = told;
      this.#layer.tell(lamp, told);
      changed = true;
      if ((told === Told.off) === (before === Told.off)) return;
      this.#furniture.setLamp(lamp, told !== Told.off);
      const pool = this.#pools[lamp];
      if (pool) this.#map.add(pool, told === Told.off ? -1 : 1);
      this.#map.send();
    });
    return changed;
  }

  setPixels(pixels: number): void {
    this.#layer.setPixels(pixels);
  }

  close(): void {
    this.#layer.close();
    this.#map.texture.dispose();
  }
}
