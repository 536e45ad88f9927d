import type { Building } from "../../community/community.ts";
import { buildingId } from "../../ids.ts";
import { text } from "../../language/text.ts";
import type { LocalFrame } from "../crs.ts";
import { notes } from "../notes.ts";
import { twiceSignedArea } from "../plan-outline.ts";
import type { Tally } from "../tally.ts";
import { statedHeights } from "./building-height.ts";
import { footprintOf, inMetres } from "./footprint-pieces.ts";
import type { Outline } from "./outlines.ts";

/** The building of an outline as a prism; none when it has no area. */
export function prismOf(outline: Outline, frame: LocalFrame, tally: Tally): Building[] {
  const footprint = footprintOf(outline.pieces.map((piece) => piece.map((ring) => inMetres(ring, frame))));
  if (footprint.length === 0) {
    tally.add(notes.footprintFlat);
    return [];
  }
  const areaM2 = footprint.reduce((sum, ring) => sum + twiceSignedArea(ring) / 2, 0);
  const { properties } = outline;
  const { baseM, heightM, estimated, storeys, unread } = statedHeights(properties, areaM2);
  if (unread) tally.add(notes.heightUnread);
  const word = (key: string): string =>
    typeof properties[key] === "string" ? properties[key].slice(0, 80) : "";
  const address = [
    word("addr_street") || word("addr:street"),
    word("addr_housenumber") || word("addr:housenumber"),
  ];
  const plain = word("name") || address.filter((part) => part !== "").join(" ") || outline.id;
  const type = word("kind_detail") || word("type") || word("building") || word("kind") || "building";
  const residential = /^(residential|apartments|house|detached|terrace|dormitory)$/.test(type);
  return [
    {
      id: buildingId(outline.id),
      name: text(word("name:zh") || plain, word("name:en") || plain),
      use: residential ? "residential" : "other",
      type,
      gridCell: null,
      footprint,
      baseM,
      heightM,
      heightEstimated: estimated,
      storeys,
      plinthM: 0,
      storeyHeightM: storeys === null ? null : heightM / storeys,
      units: 0,
      residentsByStorey: [],
    },
  ];
}
