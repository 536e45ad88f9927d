import { BufferAttribute, BufferGeometry, Color, Mesh, ShaderMaterial } from "three";
import type { EastNorth } from "../../../../models/community/community.ts";
import type { Layer } from "../../layer.ts";
import { onScreen } from "../../on-screen.ts";
import { inset, leftTurning } from "../buildings/plan.ts";

const innerM = 2.2;
const outerM = 3.1;

/** A ribbon on the ground around the chosen building. */
export class OutlineLayer implements Layer {
  readonly root: Mesh<BufferGeometry, ShaderMaterial>;
  readonly #colour = new Color();

  constructor() {
    const material = new ShaderMaterial({
      transparent: true,
      depthWrite: false,
      uniforms: { uColour: { value: this.#colour } },
      vertexShader: "void main() { gl_Position = projectionMatrix * viewMatrix * vec4(position, 1.); }",
      fragmentShader: "uniform vec3 uColour; void main() { gl_FragColor = vec4(uColour, .92); }",
    });
    this.root = new Mesh(new BufferGeometry(), material);
    this.root.frustumCulled = false;
    this.root.matrixAutoUpdate = false;
    this.root.renderOrder = 15;
    this.root.visible = false;
  }

  /** Around a footprint on the ground; null takes it away. */
  show(footprint: readonly EastNorth[] | null, groundM: number): void {
    const ring = footprint && footprint.length > 2 ? leftTurning(footprint) : null;
    const [inner, outer] = ring ? [inset(ring, -innerM), inset(ring, -outerM)] : [null, null];
    this.root.visible = inner !== null && outer !== null;
    if (!inner || !outer) return;
    const points: number[] = [];
    for (let i = 0; i < inner.length; i++) {
      const j = (i + 1) % inner.length;
      const [a, b, c, d] = [inner[i], outer[i], outer[j], inner[j]];
      if (!a || !b || !c || !d) continue;
      for (const [x, y] of [a, b, c, a, c, d]) points.push(x, groundM + 0.25, -y);
    }
    this.root.geometry.dispose();
    this.root.geometry.setAttribute("position", new BufferAttribute(new Float32Array(points), 3));
  }

  dress(hex: string): void {
    onScreen(this.#colour, hex);
  }

  close(): void {
    this.root.geometry.dispose();
    this.root.material.dispose();
  }
}
