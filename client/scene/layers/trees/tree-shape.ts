import { BufferAttribute, BufferGeometry, IcosahedronGeometry, Vector3 } from "three";
import { chance } from "../../chance.ts";

interface Blob {
  readonly at: readonly [number, number, number];
  readonly radius: number;
  readonly detail: number;
}

/** Golden-angle directions over a ball: clumps of leaves lie around a crown as evenly as seeds. */
function clumps(count: number, out: number, radius: number, detail: number, lowest: number): Blob[] {
  return Array.from({ length: count }, (_, i) => {
    const y = lowest + (1 - lowest) * ((i + 0.5) / count) * 0.98;
    const ring = Math.sqrt(Math.max(0, 1 - y * y));
    const angle = i * 2.399963 + 0.7;
    const grow = 0.85 + 0.3 * chance(i, 91);
    return {
      at: [Math.cos(angle) * ring * out, y * out, Math.sin(angle) * ring * out],
      radius: radius * grow,
      detail,
    };
  });
}

/**
 * A tree of two parts: trunk (`aCrown` 0) from the ground to height 1, and crown (1) as a ball of clumps around the
 * origin with radius about 1; the shader lifts and shapes the crown by instance.
 */
export function treeGeometry(detail: "near" | "far"): BufferGeometry {
  const blobs: Blob[] =
    detail === "near"
      ? [{ at: [0, 0, 0], radius: 0.74, detail: 1 }, ...clumps(11, 0.6, 0.43, 1, -0.65)]
      : [{ at: [0, 0, 0], radius: 0.8, detail: 1 }, ...clumps(4, 0.5, 0.5, 0, -0.3)];
  const positions: number[] = [];
  const normals: number[] = [];
  const crown: number[] = [];
  const v = new Vector3();
  const centre = new Vector3();
  blobs.forEach((blob, b) => {
    const ball = new IcosahedronGeometry(blob.radius, blob.detail);
    const at = ball.getAttribute("position");
    centre.set(...blob.at);
    for (let i = 0; i < at.count; i++) {
      v.fromBufferAttribute(at, i);
      const bump =
        1 + 0.13 * Math.sin(v.x * 9 + b * 2.1) * Math.cos(v.z * 8 - b) + 0.08 * Math.sin(v.y * 13 + b);
      v.multiplyScalar(bump).add(centre);
      positions.push(v.x, v.y, v.z);
      // Soft light: half the clump's own roundness, half the crown's.
      const own = v.clone().sub(centre).normalize();
      const whole = v.clone().normalize();
      own.multiplyScalar(0.55).addScaledVector(whole, 0.55).normalize();
      normals.push(own.x, own.y, own.z);
      crown.push(1);
    }
    ball.dispose();
  });
  trunk(detail === "near" ? 6 : 3, positions, normals, crown);
  const geometry = new BufferGeometry();
  geometry.setAttribute("position", new BufferAttribute(new Float32Array(positions), 3));
  geometry.setAttribute("normal", new BufferAttribute(new Float32Array(normals), 3));
  geometry.setAttribute("aCrown", new BufferAttribute(new Float32Array(crown), 1));
  return geometry;
}

function trunk(sides: number, positions: number[], normals: number[], crown: number[]): void {
  for (let s = 0; s < sides; s++) {
    const [a, b] = [(s / sides) * 2 * Math.PI, ((s + 1) / sides) * 2 * Math.PI];
    const corner = (angle: number, y: number): void => {
      const r = y === 0 ? 0.05 : 0.032;
      positions.push(Math.cos(angle) * r, y, -Math.sin(angle) * r);
      normals.push(Math.cos(angle), 0, -Math.sin(angle));
      crown.push(0);
    };
    corner(a, 0);
    corner(b, 0);
    corner(b, 1);
    corner(a, 0);
    corner(b, 1);
    corner(a, 1);
  }
}
