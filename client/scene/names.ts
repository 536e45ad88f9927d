import type { PerspectiveCamera } from "three";
import type { CommunityDocument } from "../../models/community/community.ts";
import type { BuildingId } from "../../models/ids.ts";
import type { ViewState } from "../../models/view/view-state.ts";
import type { ReplicaDevice } from "../replica/replica-view.ts";
import { LabelLayer } from "./layers/labels/label-layer.ts";
import type { LabelSheet } from "./layers/labels/label-sheet.ts";
import type { SceneViewProps } from "./scene-props.ts";
import { TroubledBuildings } from "./troubled-buildings.ts";

type NameProps = Pick<SceneViewProps, "mood" | "theme" | "language" | "labelLines" | "obstacles">;

const nothingWrong: ReadonlyMap<BuildingId, number> = new Map();

/** The names over the picture: what they depend on, and whether they must be placed anew. */
export class Names {
  /** Set by whoever changed what names depend on; taken by `draw`. */
  due = true;
  readonly #sheet: LabelSheet;
  readonly #labels: LabelLayer;
  readonly #troubled = new TroubledBuildings();
  #size = { widthPx: 1, heightPx: 1 };

  constructor(community: CommunityDocument, sheet: LabelSheet) {
    this.#sheet = sheet;
    this.#labels = new LabelLayer(community, sheet);
  }

  setSize(widthPx: number, heightPx: number, deviceRatio: number, typeScale: number): void {
    this.#size = { widthPx, heightPx };
    this.#sheet.setSize(widthPx, heightPx, Math.min(2, deviceRatio), typeScale);
    this.due = true;
  }

  dress({ mood, theme }: NameProps): void {
    this.#sheet.dress(mood, theme);
    this.due = true;
  }

  setDevices(list: readonly ReplicaDevice[], bytes: Uint8Array): void {
    this.#troubled.setDevices(list, bytes);
    this.due = true;
  }

  /** So many devices changed; most such changes are none for a name. */
  noteChanged(indices: Uint32Array, count: number): void {
    if (this.#troubled.note(indices, count)) this.due = true;
  }

  draw(camera: PerspectiveCamera, props: NameProps, { selection, layers }: ViewState): void {
    if (!this.due) return;
    this.due = false;
    this.#labels.draw(camera, {
      ...this.#size,
      language: props.language,
      lines: props.labelLines,
      chosen: selection.kind === "building" ? selection.building : null,
      trouble: layers.has("devices") ? this.#troubled.worst : nothingWrong,
      obstacles: props.obstacles?.() ?? [],
      visible: layers.has("labels"),
    });
  }
}
