import { placeOf, type CompoundRule, type Sign } from "../../models/alarm/rules/compound/rule.ts";
import type { Device } from "../../models/device/device.ts";
import type { Limit } from "../../models/device/kind.ts";
import { isBeyond } from "../../models/device/limits.ts";
import { qualities } from "../../models/device/reading.ts";
import type { DeviceId, PointId, PropertyId } from "../../models/ids.ts";
import { pointId } from "../../models/ids.ts";
import type { Alert } from "../../models/alarm/alert.ts";
import type { TwinDelta, TwinState } from "../../models/twin/twin-state.ts";
import { watchOf, type AlertBook, type Moment, type Watch } from "./alert-book.ts";

/** A sign at one point. */
interface SignWatch {
  readonly sign: Sign;
  readonly part: number;
  readonly device: DeviceId;
  readonly of: Case;
  /** As it was last known; null when all we have is from before we began. */
  holds: boolean | null;
  vouchedFor: boolean;
  /** Whether anybody vouched for it since we began. */
  known: boolean;
}

/** A rule at one place. */
interface Case {
  readonly rule: CompoundRule;
  /** By part of the rule. */
  readonly signs: readonly Set<SignWatch>[];
  readonly anchors: Set<Watch>;
  /** Where its alert stands, or will. */
  anchor: Watch | null;
  /** Whose sign came last. */
  last: DeviceId | null;
}

interface Member {
  readonly signs: readonly SignWatch[];
  readonly anchors: readonly { readonly watch: Watch; readonly of: Case }[];
}

const nothing: Member = { signs: [], anchors: [] };
const uncertain = qualities.indexOf("uncertain");
const missing = qualities.indexOf("missing");

/**
 * Judges compound rules: what open alerts and present values at one place mean together. The law is
 * `models/alarm/rules/SPEC.md`, AR24 to AR30.
 */
export class CompoundWatch {
  readonly #book: AlertBook;
  readonly #rules: readonly CompoundRule[];
  readonly #indexOf: (point: PointId) => number | undefined;
  /** Properties and limits that are signs of any rule. */
  readonly #signs: ReadonlySet<string>;
  readonly #cases = new Map<string, Case>();
  readonly #members: (Member | undefined)[] = [];
  /** Cases to look at with the next step: a sign changed, or a delay runs. */
  readonly #attentive = new Set<Case>();

  constructor(
    book: AlertBook,
    rules: readonly CompoundRule[],
    indexOf: (point: PointId) => number | undefined,
  ) {
    this.#book = book;
    this.#rules = rules;
    this.#indexOf = indexOf;
    const signs = rules.flatMap(({ parts }) => parts.flatMap((part) => part.signs));
    this.#signs = new Set(signs.map((sign) => ("limit" in sign ? sign.limit : sign.property)));
  }

  /** What a point has to do with compound rules, in place of what it had; `limits` are all that watch over it. */
  watch(
    pointIndex: number,
    device: Device,
    property: PropertyId,
    limits: readonly Limit[],
    state: TwinState,
  ): void {
    const before = this.#members[pointIndex] ?? nothing;
    const concerns = ({ id, condition }: Limit): boolean =>
      condition.when === "together" || this.#signs.has(id);
    if (before === nothing && !this.#signs.has(property) && !limits.some(concerns)) return;
    const now = this.#memberOf(pointIndex, device, property, limits, before);
    if (now === before) return;
    for (const sign of before.signs) sign.of.signs[sign.part]?.delete(sign);
    for (const { watch, of } of before.anchors) of.anchors.delete(watch);
    for (const sign of now.signs) {
      sign.of.signs[sign.part]?.add(sign);
      hear(sign, (state.qualities[pointIndex] ?? missing) & 7, state.values[pointIndex] ?? Number.NaN);
    }
    for (const { watch, of } of now.anchors) {
      of.anchors.add(watch);
      this.#book.regrade(watch);
    }
    for (const { watch, of } of before.anchors) {
      const heir = now.anchors.find((each) => each.of === of && each.watch.limit.id === watch.limit.id);
      if (of.anchor === watch) of.anchor = heir?.watch ?? null;
      if (heir === undefined) this.#book.end(watch, state.timeMs);
    }
    for (const { of } of [...before.signs, ...before.anchors, ...now.signs, ...now.anchors])
      this.#attentive.add(of);
    this.#members[pointIndex] = now;
  }

  /** Takes up an alert that was open when we stopped, as a sign or as the rule's own. @returns whether it is the latter. */
  resume(pointIndex: number, alert: Alert): boolean {
    const member = this.#members[pointIndex] ?? nothing;
    for (const sign of member.signs) this.#tell(sign, alert);
    const own = member.anchors.find(({ watch }) => watch.limit.id === alert.limit);
    if (own === undefined) return false;
    this.#book.resume(own.watch, alert);
    own.of.anchor = own.watch;
    return true;
  }

  /** @param told alerts of single limits that began or ended with this step. */
  step(delta: TwinDelta, state: TwinState, told: readonly Alert[], moment: Moment): void {
    for (let k = 0; k < delta.indices.length; k++) {
      const index = delta.indices[k] ?? 0;
      const member = this.#members[index];
      if (member === undefined) continue;
      const quality = (state.qualities[index] ?? missing) & 7;
      for (const sign of member.signs)
        if (hear(sign, quality, state.values[index] ?? Number.NaN)) this.#attentive.add(sign.of);
    }
    for (const alert of told) {
      const index = this.#indexOf(alert.point);
      if (index === undefined) continue;
      for (const sign of this.#members[index]?.signs ?? []) this.#tell(sign, alert);
    }
    for (const each of this.#attentive) this.#judge(each, state, moment);
  }

  #tell(sign: SignWatch, alert: Alert): void {
    if (!("limit" in sign.sign) || sign.sign.limit !== alert.limit) return;
    sign.holds = alert.untilMs === null;
    sign.vouchedFor = sign.known = true;
    if (sign.holds) sign.of.last = sign.device;
    this.#attentive.add(sign.of);
  }

  #judge(each: Case, state: TwinState, moment: Moment): void {
    const anchor = each.anchor ?? anchorOf(each);
    if (anchor === null) {
      this.#attentive.delete(each);
      return;
    }
    const isSo = each.rule.parts.every(
      ({ devices }, k) =>
        devicesWith(each.signs[k], (sign) => sign.holds === true && sign.vouchedFor) >= devices,
    );
    const mayBe = each.rule.parts.every(
      ({ devices }, k) => devicesWith(each.signs[k], (sign) => sign.holds !== false) >= devices,
    );
    const value = state.values[anchor.pointIndex] ?? Number.NaN;
    const waits = this.#book.judge(anchor, isSo ? true : mayBe ? null : false, value, moment);
    if (!waits) this.#attentive.delete(each);
    each.anchor = isSo || anchor.open !== null ? anchor : null;
  }

  #memberOf(
    pointIndex: number,
    device: Device,
    property: PropertyId,
    limits: readonly Limit[],
    before: Member,
  ): Member {
    const point = pointId(device.id, property);
    const signs: SignWatch[] = [];
    for (const rule of this.#rules) {
      for (const [part, { signs: ofPart }] of rule.parts.entries()) {
        for (const sign of ofPart) {
          if (!isSignOf(sign, device, property, limits)) continue;
          const of = this.#caseOf(rule, device);
          if (of === null) continue;
          const former = before.signs.find((each) => each.sign === sign);
          const {
            holds = this.#isOpen(point, sign),
            vouchedFor = holds === true,
            known = false,
          } = former ?? {};
          const same = former?.of === of && former.part === part;
          signs.push(same ? former : { sign, part, device: device.id, of, holds, vouchedFor, known });
        }
      }
    }
    const anchors: { readonly watch: Watch; readonly of: Case }[] = [];
    for (const limit of limits) {
      const { condition } = limit;
      const rule = condition.when === "together" && this.#rules.find(({ id }) => id === condition.rule);
      const of = rule ? this.#caseOf(rule, device) : null;
      if (of === null) continue;
      const former = before.anchors.find((each) => each.of === of && each.watch.limit.id === limit.id);
      anchors.push(
        former?.watch.limit === limit
          ? former
          : { watch: watchOf(pointIndex, point, device.id, limit, former?.watch), of },
      );
    }
    const isSame =
      signs.length === before.signs.length &&
      anchors.length === before.anchors.length &&
      signs.every((sign, k) => sign === before.signs[k]) &&
      anchors.every((anchor, k) => anchor === before.anchors[k]);
    return isSame ? before : { signs, anchors };
  }

  #isOpen(point: PointId, sign: Sign): boolean {
    if (!("limit" in sign)) return false;
    return [...this.#book.open.values()].some((alert) => alert.point === point && alert.limit === sign.limit);
  }

  #caseOf(rule: CompoundRule, device: Device): Case | null {
    const place = placeOf(rule.at, device);
    if (place === null) return null;
    const key = `${rule.id} ${place}`;
    const known = this.#cases.get(key);
    if (known !== undefined) return known;
    const signs = rule.parts.map(() => new Set<SignWatch>());
    const made: Case = { rule, signs, anchors: new Set(), anchor: null, last: null };
    this.#cases.set(key, made);
    return made;
  }
}

const isSignOf = (sign: Sign, { kind }: Device, property: PropertyId, limits: readonly Limit[]): boolean =>
  "limit" in sign
    ? limits.some(({ id }) => id === sign.limit)
    : sign.property === property && (sign.kind === undefined || sign.kind === kind);

/** Takes in what its point says. @returns whether anything is otherwise now. */
function hear(watch: SignWatch, quality: number, value: number): boolean {
  const { sign, holds, vouchedFor } = watch;
  const vouched = quality <= uncertain;
  if (vouched) watch.holds = "limit" in sign ? holds === true : isBeyond(sign.condition, value);
  else if (!watch.known && quality < missing && holds === false) watch.holds = null;
  // An alert that is open speaks for itself, whoever vouches for its point.
  watch.vouchedFor = vouched || ("limit" in sign && watch.holds === true);
  watch.known ||= vouched;
  if (watch.holds === true && holds !== true) watch.of.last = watch.device;
  return watch.holds !== holds || watch.vouchedFor !== vouchedFor;
}

const counted = new Set<DeviceId>();

function devicesWith(signs: ReadonlySet<SignWatch> | undefined, like: (sign: SignWatch) => boolean): number {
  counted.clear();
  for (const sign of signs ?? []) if (like(sign)) counted.add(sign.device);
  return counted.size;
}

/** The point of the device that completed the case; else of one that has to do with it. */
function anchorOf({ anchors, last, signs }: Case): Watch | null {
  let any: Watch | null = null;
  for (const anchor of anchors) {
    if (anchor.device === last) return anchor;
    any ??= anchor;
    if (signs.some((part) => [...part].some((sign) => sign.device === anchor.device && sign.holds === true)))
      any = anchor;
  }
  return any;
}
