import { buildingId, deviceId, gridCellId } from "../ids.ts";
import type { EastNorthUp } from "../community/community.ts";
import { readAlarmFilter, writeAlarmFilter } from "./alarm-filter-url.ts";
import type { Camera, Layer, Overlay, Page, Picture, Selection, ViewState } from "./view-state.ts";
import { layers as allLayers, overlays, pages, pictures } from "./view-state.ts";

/**
 * The view as the query of a link: `cam=e,n,u,distance,heading,tilt`, `at=ISO`, `sel=kind:id[:storey]`, `layers=a.b`,
 * `overlay=name`, `pic=plan`, `page=name`, and the filter of alarms (`a.…`). What equals the given default is left out, so that the link of a fresh desk is bare.
 */
export function viewToQuery(view: ViewState, usual: ViewState): string {
  const query = new URLSearchParams();
  const camera = cameraText(view.camera);
  if (camera !== cameraText(usual.camera)) query.set("cam", camera);
  if (view.clock.mode === "at") query.set("at", new Date(view.clock.atMs).toISOString());
  const selection = selectionText(view.selection);
  if (selection !== null) query.set("sel", selection);
  const layers = layersText(view.layers);
  if (layers !== layersText(usual.layers)) query.set("layers", layers);
  if (view.overlay !== usual.overlay) query.set("overlay", view.overlay);
  if (view.picture !== usual.picture) query.set("pic", view.picture);
  if (view.page !== usual.page) query.set("page", view.page);
  writeAlarmFilter(view.alarmFilter, query);
  return query.toString();
}

/** Reads a link's query; a part that is not understood is as in the default, never an error. */
export function viewFromQuery(text: string, usual: ViewState): ViewState {
  const query = new URLSearchParams(text);
  const atMs = Date.parse(query.get("at") ?? "");
  return {
    camera: readCamera(query.get("cam")) ?? usual.camera,
    clock: Number.isFinite(atMs) ? { mode: "at", atMs } : { mode: "live" },
    selection: readSelection(query.get("sel")),
    layers: readLayers(query.get("layers")) ?? usual.layers,
    overlay:
      overlays.find((overlay): overlay is Overlay => overlay === query.get("overlay")) ?? usual.overlay,
    picture: pictures.find((picture): picture is Picture => picture === query.get("pic")) ?? usual.picture,
    page: pages.find((page): page is Page => page === query.get("page")) ?? usual.page,
    alarmFilter: readAlarmFilter(query),
  };
}

/** Lengths to the decimetre, angles to a tenth of a degree: enough to stand on the same spot. */
const tenth = (value: number): string => String(Math.round(value * 10) / 10);

const cameraText = (camera: Camera): string =>
  [...camera.target, camera.distanceM, camera.headingDeg, camera.tiltDeg].map(tenth).join(",");

function readCamera(text: string | null): Camera | null {
  const [east, north, up, distanceM, headingDeg, tiltDeg, more] = (text ?? "").split(",").map(readNumber);
  if (
    east == null ||
    north == null ||
    up == null ||
    distanceM == null ||
    headingDeg == null ||
    tiltDeg == null
  )
    return null;
  if (more !== undefined || distanceM <= 0 || tiltDeg < 0 || tiltDeg > 90) return null;
  const target: EastNorthUp = [east, north, up];
  return { target, distanceM, headingDeg: aroundNorth(headingDeg), tiltDeg };
}

/** A heading within [0, 360); one that is there already is left to the bit. */
const aroundNorth = (deg: number): number => (deg >= 0 && deg < 360 ? deg : ((deg % 360) + 360) % 360);

function readNumber(text: string): number | null {
  const value = text.trim() === "" ? Number.NaN : Number(text);
  return Number.isFinite(value) && Math.abs(value) < 1e8 ? value : null;
}

function selectionText(selection: Selection): string | null {
  switch (selection.kind) {
    case "none":
      return null;
    case "cell":
      return `cell:${selection.cell}`;
    case "device":
      return `device:${selection.device}`;
    case "building":
      return `building:${selection.storey ?? ""}:${selection.building}`;
    case "object":
      return `object:${selection.object}`;
  }
}

function readSelection(text: string | null): Selection {
  const [, kind, rest] = /^(device|building|cell|object):(.+)$/su.exec(text ?? "") ?? [];
  if (kind === undefined || rest === undefined) return { kind: "none" };
  try {
    if (kind === "device") return { kind, device: deviceId(rest) };
    if (kind === "cell") return { kind, cell: gridCellId(rest) };
    if (kind === "object") return rest.length <= 256 ? { kind: "object", object: rest } : { kind: "none" };
    const [, storey, building] = /^(-?\d{0,3}):(.+)$/su.exec(rest) ?? [];
    if (storey === undefined || building === undefined) return { kind: "none" };
    return { kind: "building", building: buildingId(building), storey: readNumber(storey) };
  } catch {
    return { kind: "none" };
  }
}

const layersText = (layers: ReadonlySet<Layer>): string =>
  allLayers.filter((layer) => layers.has(layer)).join(".");

function readLayers(text: string | null): ReadonlySet<Layer> | null {
  if (text === null) return null;
  const named = text.split(".");
  return new Set(allLayers.filter((layer) => named.includes(layer)));
}
