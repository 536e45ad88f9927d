import {
  DynamicDrawUsage,
  Group,
  InstancedBufferAttribute,
  InstancedMesh,
  Matrix4,
  Quaternion,
  Vector3,
} from "three";
import type { BufferGeometry, MeshDepthMaterial, MeshLambertMaterial } from "three";
import type { Asset } from "../../../../models/community/community.ts";
import { chance } from "../../chance.ts";
import type { Atmosphere } from "../../light/atmosphere.ts";
import type { Layer } from "../../layer.ts";
import { treeDepthMaterial, treeMaterial } from "./tree-material.ts";
import type { Species } from "./tree-season.ts";
import { foliageOf } from "./tree-season.ts";
import { treeGeometry } from "./tree-shape.ts";

/** So many trees next to the eye are drawn with all their clumps, within this distance. */
const mostNear = 220;
const nearWithinM = 150;

interface Tree {
  readonly species: Species;
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly turn: number;
  readonly size: number;
  /** Cone, half width, half height, lift. */
  readonly form: readonly [number, number, number, number];
  readonly seed: number;
}

/** Metres at size 1. */
const forms: Readonly<Record<Species, readonly [number, number, number, number]>> = {
  evergreen: [0, 2.9, 2.5, 4.6],
  plane: [0, 3.2, 3, 5.4],
  ginkgo: [0.25, 2, 3.6, 5.6],
  cedar: [1, 2.3, 4.2, 4.7],
  maple: [0, 2.1, 1.6, 3.2],
  shrub: [0, 0.85, 0.62, 0.5],
};

/** Which tree stands at a place: neighbours tend to be of one kind, as planted. */
function speciesAt(x: number, z: number, index: number): Species {
  const grove = chance(Math.floor(x / 38) * 7919 + Math.floor(z / 38), 3);
  const lot = chance(index, 11) < 0.62 ? grove : chance(index, 12);
  if (lot < 0.4) return "evergreen";
  if (lot < 0.6) return "plane";
  if (lot < 0.72) return "ginkgo";
  if (lot < 0.9) return "cedar";
  return "maple";
}

const isPlant = (asset: Asset): boolean => asset.kind === "tree" || asset.kind === "shrub";

/** All trees and shrubs: one draw for all, and one more for those next to the eye. */
export class TreeLayer implements Layer {
  readonly root = new Group();
  readonly #trees: readonly Tree[];
  readonly #far: InstancedMesh<BufferGeometry, MeshLambertMaterial>;
  readonly #near: InstancedMesh<BufferGeometry, MeshLambertMaterial>;
  readonly #material: MeshLambertMaterial;
  readonly #depth: MeshDepthMaterial = treeDepthMaterial();
  readonly #eye = new Vector3(Infinity, 0, 0);
  #monthFor = -1;

  constructor(assets: readonly Asset[], atmosphere: Atmosphere) {
    this.#trees = assets.filter(isPlant).map((asset, index) => planted(asset, index));
    this.#material = treeMaterial(atmosphere);
    this.#far = new InstancedMesh(treeGeometry("far"), this.#material, this.#trees.length);
    this.#near = new InstancedMesh(
      treeGeometry("near"),
      this.#material,
      Math.min(mostNear, this.#trees.length),
    );
    for (const mesh of [this.#far, this.#near]) {
      mesh.frustumCulled = false;
      mesh.matrixAutoUpdate = false;
      mesh.receiveShadow = true;
      const room = mesh.instanceMatrix.count;
      mesh.geometry.setAttribute("aForm", new InstancedBufferAttribute(new Float32Array(room * 4), 4));
      mesh.geometry.setAttribute("aLeaf", new InstancedBufferAttribute(new Float32Array(room * 2), 2));
      mesh.instanceColor = new InstancedBufferAttribute(new Float32Array(room * 3).fill(0.2), 3);
    }
    this.#near.instanceMatrix.setUsage(DynamicDrawUsage);
    this.#far.castShadow = true;
    this.#far.customDepthMaterial = this.#depth;
    this.#near.count = 0;
    this.#trees.forEach((tree, i) => write(this.#far, i, tree, 1));
    this.root.add(this.#far, this.#near);
  }

  get count(): number {
    return this.#trees.length;
  }

  /** Colours leaves for a day. True when anything changed. */
  dress(day: number, southern: boolean): boolean {
    const step = Math.floor(day / 5);
    if (step === this.#monthFor) return false;
    this.#monthFor = step;
    this.#trees.forEach((tree, i) => dressed(this.#far, i, tree, day, southern));
    for (const part of [this.#far.instanceColor, this.#far.geometry.getAttribute("aLeaf")])
      if (part) part.needsUpdate = true;
    this.#eye.set(Infinity, 0, 0);
    this.#day = day;
    this.#southern = southern;
    return true;
  }
  #day = 180;
  #southern = false;

  /** Chooses the trees next to the eye anew when it moved; `most` 0 draws none of them finely. */
  look(eye: Vector3, most: number = mostNear): void {
    if (this.#eye.distanceTo(eye) < 10) return;
    this.#eye.copy(eye);
    const near: { tree: Tree; d: number }[] = [];
    for (const tree of this.#trees) {
      const d = Math.hypot(tree.x - eye.x, tree.y - eye.y, tree.z - eye.z);
      if (d < nearWithinM && tree.species !== "shrub") near.push({ tree, d });
    }
    near.sort((a, b) => a.d - b.d);
    const count = Math.min(near.length, most, this.#near.instanceMatrix.count);
    for (let i = 0; i < count; i++) {
      const { tree } = near[i] ?? {};
      if (!tree) continue;
      write(this.#near, i, tree, 1.07);
      dressed(this.#near, i, tree, this.#day, this.#southern);
    }
    this.#near.count = count;
    this.#near.visible = count > 0;
    const { geometry, instanceMatrix, instanceColor } = this.#near;
    for (const part of [
      instanceMatrix,
      instanceColor,
      geometry.getAttribute("aForm"),
      geometry.getAttribute("aLeaf"),
    ])
      if (part) part.needsUpdate = true;
  }

  close(): void {
    this.#far.geometry.dispose();
    this.#near.geometry.dispose();
    this.#far.dispose();
    this.#near.dispose();
    this.#material.dispose();
    this.#depth.dispose();
  }
}

function planted(asset: Asset, index: number): Tree {
  const [east, north, up] = asset.at;
  const species = asset.kind === "shrub" ? "shrub" : speciesAt(east, north, index);
  const [cone, wide, high, lift] = forms[species];
  const sway = (salt: number): number => 0.86 + 0.28 * chance(index, salt);
  return {
    species,
    x: east,
    y: up,
    z: -north,
    turn: chance(index, 5) * 2 * Math.PI,
    size: asset.scale * sway(6),
    form: [cone, wide * sway(7), high * sway(8), lift * sway(9)],
    seed: chance(index, 10),
  };
}

const matrix = new Matrix4();
const turn = new Quaternion();
const place = new Vector3();
const size = new Vector3();
const up = new Vector3(0, 1, 0);

function write(mesh: InstancedMesh, i: number, tree: Tree, grown: number): void {
  place.set(tree.x, tree.y, tree.z);
  turn.setFromAxisAngle(up, tree.turn);
  size.setScalar(tree.size);
  mesh.setMatrixAt(i, matrix.compose(place, turn, size));
  const [cone, wide, high, lift] = tree.form;
  mesh.geometry.getAttribute("aForm").setXYZW(i, cone, wide * grown, high * grown, lift);
}

function dressed(mesh: InstancedMesh, i: number, tree: Tree, day: number, southern: boolean): void {
  // Trees do not turn all on one day.
  const { colour, density } = foliageOf(tree.species, day + (tree.seed - 0.5) * 26, southern);
  const tone = 0.85 + 0.3 * chance(Math.floor(tree.seed * 1e6), 2);
  mesh.instanceColor?.setXYZ(i, colour[0] * tone, colour[1] * tone, colour[2] * tone);
  mesh.geometry.getAttribute("aLeaf").setXY(i, density, tree.seed);
}
