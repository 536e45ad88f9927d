import type { PerspectiveCamera } from "three";
import { Vector3 } from "three";
import type { CommunityDocument } from "../../../../models/community/community.ts";
import type { BuildingId } from "../../../../models/ids.ts";
import type { Language } from "../../../../models/language/text.ts";
import type { ScreenRect } from "../../scene-props.ts";
import type { LabelAnchor } from "./label-anchors.ts";
import { labelAnchors } from "./label-anchors.ts";
import type { LabelSheet, LabelText } from "./label-sheet.ts";
import type { LabelWish } from "./place-labels.ts";
import { placeLabels } from "./place-labels.ts";

const mostLabels = 20;
/** A smaller pane has room for fewer; CSS pixels² at the usual type size. */
const roomyPx2 = 900_000;
const fewestLabels = 5;
/** Nothing is named that is smaller than this on the screen, chosen ones excepted. */
const leastTowerPx = 26;
/** Where buildings lie alone any that can be seen at all is named. */
const leastLonelyPx = 5;
/** Labels come first by these weights: chosen, then not well (the worse the more), then by size and nearness. */
const chosenWeight = 1e9;
const troubleWeight = 1e6;

/** What the names depend on besides the camera. */
export interface LabelScene {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly language: Language;
  readonly lines: ReadonlyMap<BuildingId, string> | undefined;
  readonly chosen: BuildingId | null;
  /** How badly a building stands, 1 = P4 … 4 = P1; those that are well are left out. */
  readonly trouble: ReadonlyMap<BuildingId, number>;
  /** What lies over the picture. */
  readonly obstacles: readonly ScreenRect[];
  readonly visible: boolean;
}

interface Tower extends ScreenRect {
  readonly distance: number;
}

/** Names of buildings over their roofs. */
export class LabelLayer {
  readonly #anchors: readonly LabelAnchor[];
  readonly #sparse: boolean;
  /** In a town of low houses a name always lies on some of them. */
  readonly #amongMany: boolean;
  readonly #sheet: LabelSheet;

  constructor(community: CommunityDocument, sheet: LabelSheet) {
    this.#amongMany = community.mesh !== null;
    const { list, sparse } = labelAnchors(community);
    this.#anchors = list;
    this.#sparse = sparse;
    this.#sheet = sheet;
  }

  /** Draws anew for a camera; the chosen building comes first and is never left out for want of size. */
  draw(camera: PerspectiveCamera, scene: LabelScene): void {
    const textOf = (index: number): LabelText => {
      const anchor = this.#anchors[index];
      return {
        title: anchor?.name[scene.language] ?? "",
        line: (anchor && scene.lines?.get(anchor.id)) ?? null,
        trouble: (anchor && scene.trouble.get(anchor.id)) ?? 0,
      };
    };
    const { wishes, towers } = scene.visible
      ? this.#project(camera, scene, textOf)
      : { wishes: [], towers: [] };
    const { widthPx, heightPx, obstacles } = scene;
    const screen = { left: 6, top: 6, right: widthPx - 6, bottom: heightPx - 6 };
    const placed = placeLabels(wishes, towers, obstacles, screen, mostIn(scene, this.#sheet.scale), {
      scale: this.#sheet.scale,
      bearable: this.#amongMany ? 1.1 : 0.9,
    });
    this.#sheet.draw(placed, textOf);
  }

  #project(camera: PerspectiveCamera, scene: LabelScene, textOf: (index: number) => LabelText) {
    const { widthPx, heightPx, chosen, trouble } = scene;
    const wishes: (LabelWish & { readonly distance: number })[] = [];
    const towers: Tower[] = [];
    this.#anchors.forEach((anchor, index) => {
      foot.set(anchor.x, anchor.footM, anchor.z).project(camera);
      roof.set(anchor.x, anchor.topM, anchor.z).project(camera);
      if (roof.z > 1 || roof.z < -1 || foot.z > 1 || foot.z < -1) return;
      const [x, y] = [((roof.x + 1) / 2) * widthPx, ((1 - roof.y) / 2) * heightPx];
      const low = ((1 - foot.y) / 2) * heightPx;
      const tall = low - y;
      const distance = Math.hypot(camera.position.x - anchor.x, camera.position.z - anchor.z);
      const half = (anchor.halfM * tall) / Math.max(3, anchor.topM - anchor.footM);
      towers.push({ left: x - half, right: x + half, top: y + 2, bottom: low, distance });
      if (Math.abs(roof.x) > 1 || Math.abs(roof.y) > 1) return;
      const level = trouble.get(anchor.id) ?? 0;
      const called = anchor.id === chosen || level > 0;
      if (!called && !anchor.speaks) return;
      // On a wall everything is larger by its type, and the same buildings shall be named.
      const size = tall / this.#sheet.scale;
      const least = this.#sparse ? leastLonelyPx : leastTowerPx * (anchor.isPublic ? 0.3 : 1);
      if (!called && size < least) return;
      const first = anchor.id === chosen ? chosenWeight : level * troubleWeight;
      wishes.push({
        id: index,
        distance,
        x,
        y,
        ...this.#sheet.sizeOf(textOf(index)),
        weight: first + (anchor.isPublic ? 2.2 : 1) * (size + 30) * (1000 / (400 + distance)),
      });
    });
    // A roof behind a nearer tower is not there to be named.
    const seen = wishes.filter(
      (wish) =>
        wish.weight >= troubleWeight ||
        !towers.some(
          (tower) =>
            tower.distance < wish.distance - 25 &&
            wish.x > tower.left &&
            wish.x < tower.right &&
            wish.y > tower.top &&
            wish.y < tower.bottom,
        ),
    );
    return { wishes: seen, towers };
  }
}

export function mostIn(
  { widthPx, heightPx }: Pick<LabelScene, "widthPx" | "heightPx">,
  scale: number,
): number {
  const room = Math.min(1, (widthPx * heightPx) / scale ** 2 / roomyPx2);
  return Math.max(fewestLabels, Math.round(mostLabels * room));
}

const foot = new Vector3();
const roof = new Vector3();
