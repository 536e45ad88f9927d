import type { PerspectiveCamera } from "three";
import { Vector3 } from "three";
import type { CommunityDocument } from "../../../../models/community/community.ts";
import { boxOf } from "../../../../models/community/geometry.ts";
import type { BuildingId } from "../../../../models/ids.ts";
import type { Language } from "../../../../models/language/text.ts";
import type { Theme } from "../../../look/palette.ts";
import type { LabelSheet, LabelText } from "./label-sheet.ts";
import type { LabelWish, Rect } from "./place-labels.ts";
import { placeLabels } from "./place-labels.ts";

const mostLabels = 20;
/** Nothing is named that is smaller than this on the screen, chosen ones excepted. */
const leastTowerPx = 26;

interface Tower extends Rect {
  readonly distance: number;
}

const machineName = /\d{5,}|[0-9a-f]{8}-[0-9a-f]{4}/iu;

interface Anchor {
  readonly id: BuildingId;
  readonly x: number;
  readonly z: number;
  readonly footM: number;
  readonly topM: number;
  readonly halfM: number;
  /** False of a name only a machine would use; shown for the chosen building alone. */
  readonly speaks: boolean;
  readonly isPublic: boolean;
}

/** Names of buildings over their roofs. */
export class LabelLayer {
  readonly #anchors: readonly Anchor[];
  readonly #names: readonly { readonly "zh-CN": string; readonly en: string }[];
  readonly #sheet: LabelSheet;

  constructor(community: CommunityDocument, sheet: LabelSheet) {
    const shown = community.buildings.flatMap((building) => {
      const [ring] = building.footprint;
      if (!ring || building.name.en === "") return [];
      const speaks = !machineName.test(building.name.en);
      const box = boxOf(ring);
      const anchor: Anchor = {
        id: building.id,
        x: (box.west + box.east) / 2,
        z: -(box.south + box.north) / 2,
        footM: building.baseM,
        topM:
          building.baseM +
          building.heightM +
          (building.storeyHeightM === null ? 0.5 : building.use === "public" ? 2 : 5),
        halfM: Math.min(box.east - box.west, box.north - box.south) / 2,
        speaks,
        isPublic: building.use === "public",
      };
      return [{ anchor, name: building.name }];
    });
    this.#anchors = shown.map(({ anchor }) => anchor);
    this.#names = shown.map(({ name }) => name);
    this.#sheet = sheet;
  }

  /** Draws anew for a camera; `chosen` comes first and is never left out for want of size. */
  draw(
    camera: PerspectiveCamera,
    widthPx: number,
    heightPx: number,
    theme: Theme,
    language: Language,
    lines: ReadonlyMap<BuildingId, string> | undefined,
    chosen: BuildingId | null,
    visible: boolean,
  ): void {
    const textOf = (index: number): LabelText => {
      const anchor = this.#anchors[index];
      return { title: this.#names[index]?.[language] ?? "", line: (anchor && lines?.get(anchor.id)) ?? null };
    };
    const { wishes, towers } = visible
      ? this.#project(camera, widthPx, heightPx, chosen, textOf)
      : { wishes: [], towers: [] };
    const screen = { left: 6, top: 6, right: widthPx - 6, bottom: heightPx - 6 };
    this.#sheet.draw(placeLabels(wishes, towers, [], screen, mostLabels), textOf, theme);
  }

  #project(
    camera: PerspectiveCamera,
    widthPx: number,
    heightPx: number,
    chosen: BuildingId | null,
    textOf: (index: number) => LabelText,
  ) {
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
      const isChosen = anchor.id === chosen;
      if (Math.abs(roof.x) > 1 || Math.abs(roof.y) > 1 || (!isChosen && !anchor.speaks)) return;
      if (!isChosen && tall < leastTowerPx * (anchor.isPublic ? 0.3 : 1)) return;
      wishes.push({
        id: index,
        distance,
        x,
        y,
        ...this.#sheet.sizeOf(textOf(index)),
        weight: isChosen ? 1e9 : (anchor.isPublic ? 2.2 : 1) * (tall + 30) * (1000 / (400 + distance)),
      });
    });
    // A roof behind a nearer tower is not there to be named.
    const seen = wishes.filter(
      (wish) =>
        wish.weight >= 1e9 ||
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

const foot = new Vector3();
const roof = new Vector3();
