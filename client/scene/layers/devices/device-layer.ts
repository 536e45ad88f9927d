import {
  BufferAttribute,
  BufferGeometry,
  Color,
  DynamicDrawUsage,
  GreaterDepth,
  Group,
  LessEqualDepth,
  Points,
  ShaderMaterial,
  Sphere,
} from "three";
import type { CanvasTexture } from "three";
import type { Building } from "../../../../models/community/community.ts";
import type { Mood, Theme } from "../../../look/palette.ts";
import { signColours } from "../../../look/sign-colours.ts";
import type { ReplicaDevice } from "../../../replica/replica-view.ts";
import { bytesPerDevice } from "../../../replica/replica-view.ts";
import type { Layer } from "../../layer.ts";
import { onScreen } from "../../on-screen.ts";
import { deviceFragment, deviceVertex } from "./device-glsl.ts";
import { devicePlaces } from "./device-places.ts";
import { signReach } from "./sign-reach.ts";

/** Up to so many changed devices are uploaded one by one; with more, the whole 4 bytes each go at once. */
const mostRanges = 48;

/** Signs of all devices: four bytes each, three draws (well, not well, not well behind a wall). */
export class DeviceLayer implements Layer {
  readonly root = new Group();
  readonly #geometry = new BufferGeometry();
  readonly #passes: readonly Points<BufferGeometry, ShaderMaterial>[];
  readonly #uniforms;
  #looks: BufferAttribute | null = null;
  #places = new Float32Array(0);
  #reaches: Float32Array<ArrayBuffer> | null = null;
  #filled = false;
  /** More changed since the last draw than goes one by one; what changes until the next draw goes with it. */
  #wholeDue = false;
  #shown = true;

  constructor(glyphs: CanvasTexture) {
    this.#uniforms = {
      uPixels: { value: 1000 },
      uRatio: { value: 1 },
      uType: { value: 1 },
      uAfar: { value: 0 },
      uStage: { value: 0 },
      uSelected: { value: -1 },
      uHovered: { value: -1 },
      uGlyphs: { value: glyphs },
      uSeverity: { value: Array.from({ length: 5 }, () => new Color()) },
      uInk: { value: new Color() },
      uDisc: { value: new Color() },
      uDoubt: { value: new Color() },
      uMark: { value: new Color() },
      uGlow: { value: 1 },
    };
    this.#passes = [0, 1, 2].map((pass) => {
      const material = new ShaderMaterial({
        transparent: true,
        depthWrite: false,
        depthFunc: pass === 2 ? GreaterDepth : LessEqualDepth,
        uniforms: { ...this.#uniforms, uPass: { value: pass } },
        vertexShader: deviceVertex,
        fragmentShader: deviceFragment,
      });
      const points = new Points(this.#geometry, material);
      points.frustumCulled = false;
      points.matrixAutoUpdate = false;
      points.renderOrder = 30 + (pass === 2 ? 0 : pass + 1);
      return points;
    });
    this.root.add(...this.#passes);
    // Only what is drawn is uploaded: while signs are hidden, what is due stays due.
    for (const pass of this.#passes) pass.onAfterRender = () => (this.#wholeDue = false);
    // Nothing is sorted or left out by it, and places may hold what is no number.
    this.#geometry.boundingSphere = new Sphere();
    this.root.visible = false;
  }

  /** Scene coordinates of every sign, `x, y, z`; NaN where a device has no place. */
  get places(): Float32Array {
    return this.#places;
  }

  /** How far away the sign of each device is drawn on a stage; null in the control room. */
  get reaches(): Float32Array | null {
    return this.#reaches;
  }

  set shown(shown: boolean) {
    this.#shown = shown;
    this.root.visible = this.#filled && shown;
  }

  /**
   * Takes another set of devices; `bytes` is the replica's own buffer and stays shared. On a stage their signs are
   * thinned, and `isSeen` says which need none because they are seen themselves; null in the control room.
   */
  setDevices(
    devices: readonly ReplicaDevice[],
    bytes: Uint8Array,
    buildings: readonly Building[],
    groundM: number,
    isSeen: ((index: number) => boolean) | null = null,
  ): void {
    this.#geometry.dispose();
    this.#places = devicePlaces(devices, buildings, groundM);
    this.#reaches = isSeen && signReach(devices, this.#places, isSeen);
    this.#uniforms.uStage.value = isSeen ? 1 : 0;
    const reaches = this.#reaches ?? new Float32Array(devices.length);
    this.#geometry.setAttribute("aReach", new BufferAttribute(reaches, 1));
    this.#looks = new BufferAttribute(bytes, bytesPerDevice);
    this.#looks.setUsage(DynamicDrawUsage);
    this.#wholeDue = false;
    this.#geometry.setAttribute("position", new BufferAttribute(this.#places, 3));
    this.#geometry.setAttribute("aLook", this.#looks);
    this.#geometry.setDrawRange(0, devices.length);
    this.#filled = devices.length > 0;
    this.root.visible = this.#filled && this.#shown;
  }

  /** Sends the bytes of so many changed devices to the graphics, and nothing else. */
  draw(indices: Uint32Array, count: number): void {
    const looks = this.#looks;
    if (!looks || count === 0) return;
    this.#wholeDue ||= looks.updateRanges.length + count > mostRanges;
    if (this.#wholeDue) looks.clearUpdateRanges();
    else
      for (let i = 0; i < count; i++)
        looks.addUpdateRange((indices[i] ?? 0) * bytesPerDevice, bytesPerDevice);
    looks.needsUpdate = true;
  }

  /** For the pointer's and the person's choice; −1 for none. */
  mark(selected: number, hovered: number): boolean {
    const { uSelected, uHovered } = this.#uniforms;
    if (uSelected.value === selected && uHovered.value === hovered) return false;
    uSelected.value = selected;
    uHovered.value = hovered;
    return true;
  }

  dress(mood: Mood, theme: Theme): void {
    const u = this.#uniforms;
    const { severity, disc, ink, doubt, mark } = signColours(mood, theme);
    severity.forEach((hex, i) => onScreen(u.uSeverity.value[i], hex));
    onScreen(u.uDisc.value, disc);
    onScreen(u.uInk.value, ink);
    onScreen(u.uDoubt.value, doubt);
    onScreen(u.uMark.value, mark);
    u.uAfar.value = mood === "grey" ? 0.46 : 0;
    u.uGlow.value = mood === "grey" ? 0 : 1;
  }

  /** Device pixels that a metre at one metre's distance covers, and device pixels per CSS pixel. */
  setPixels(pixels: number, ratio: number): void {
    this.#uniforms.uPixels.value = pixels;
    this.#uniforms.uRatio.value = ratio;
  }

  setTypeScale(scale: number): void {
    this.#uniforms.uType.value = scale;
  }

  close(): void {
    this.#geometry.dispose();
    for (const pass of this.#passes) pass.material.dispose();
  }
}
