import type { CommunityDocument } from "../../../models/community/community.ts";
import { boxOf, type Box } from "../../../models/community/geometry.ts";
import type { BuildingId } from "../../../models/ids.ts";
import type { Language } from "../../../models/language/text.ts";
import { labelAnchors, type LabelAnchor } from "../../scene/layers/labels/label-anchors.ts";
import type { Focus, Stand } from "../devices/arrangement.ts";
import type { Placement } from "../flat-camera.ts";
import { storeyMark } from "../looking.ts";
import { lineFont, titleFont } from "../overlay.ts";
import { boxesTouch, type PaneBox } from "./pane-box.ts";
import { placePills, type Pill } from "./pills.ts";
import { paneBoxOf, placeNames, type NameWish, type PlacedName } from "./place-names.ts";

/** What names and pills depend on. */
export interface NameScene {
  readonly stands: readonly Stand[];
  readonly placement: Placement;
  readonly focus: Focus | null;
  readonly pointed: BuildingId | null;
  readonly scale: number;
  readonly obstacles: readonly PaneBox[];
  readonly showsNames: boolean;
  readonly showsDevices: boolean;
  readonly language: Language;
  readonly labelLines?: ReadonlyMap<BuildingId, string>;
  readonly countWords: (count: number) => string;
}

interface Named {
  readonly anchor: LabelAnchor;
  readonly box: Box;
}

/** The words on the plan: what buildings are called, and what they tell. */
export class Names {
  names: readonly PlacedName[] = [];
  pills: readonly Pill[] = [];
  readonly #named: readonly Named[];
  readonly #context: CanvasRenderingContext2D;
  readonly #widths = new Map<string, number>();

  constructor(community: CommunityDocument, context: CanvasRenderingContext2D) {
    this.#context = context;
    const rings = new Map(community.buildings.map(({ id, footprint }) => [id, footprint[0] ?? []]));
    this.#named = labelAnchors(community).list.map((anchor) => ({
      anchor,
      box: boxOf(rings.get(anchor.id) ?? []),
    }));
  }

  place(scene: NameScene): void {
    const { scale, placement, stands } = scene;
    this.pills = scene.showsDevices
      ? placePills(stands, placement.pxPerM, scale, (digits) => this.#width(digits, titleFont(1)))
      : [];
    const taken = [...this.pills.map(({ box }) => box), ...scene.obstacles];
    this.names = scene.showsNames
      ? placeNames(this.#wishes(scene), taken, scale, {
          title: (text) => this.#width(text, titleFont(1)),
          line: (text) => this.#width(text, lineFont(1)),
        })
      : [];
  }

  #wishes(scene: NameScene): readonly NameWish[] {
    const { placement, stands, focus, pointed, language, labelLines, countWords } = scene;
    const pane: PaneBox = { left: 0, top: 0, right: placement.widthPx, bottom: placement.heightPx };
    const standOf = new Map(stands.map((stand) => [stand.household.building.id, stand]));
    return this.#named.flatMap(({ anchor, box: ground }) => {
      const box = paneBoxOf(placement, ground);
      if (!boxesTouch(box, pane)) return [];
      const stand = scene.showsDevices ? standOf.get(anchor.id) : undefined;
      const inFocus = focus?.building === anchor.id;
      const storey = inFocus && focus.storey !== null ? ` ${storeyMark(focus.storey)}` : "";
      const counted = stand === undefined ? null : countWords(stand.household.all.length);
      return [
        {
          anchor,
          box,
          title: `${anchor.name[language]}${storey}`,
          line: labelLines?.get(anchor.id) ?? counted,
          isCalled: inFocus || pointed === anchor.id,
          isOpen: stand?.isOpen ?? false,
        },
      ];
    });
  }

  #width(text: string, font: string): number {
    const key = `${font}\n${text}`;
    const known = this.#widths.get(key);
    if (known !== undefined) return known;
    this.#context.font = font;
    const { width } = this.#context.measureText(text);
    if (this.#widths.size > 4000) this.#widths.clear();
    this.#widths.set(key, width);
    return width;
  }
}
