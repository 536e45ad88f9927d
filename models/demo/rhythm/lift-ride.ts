import { seconds } from "../../quantity.ts";
import { chance } from "../seed.ts";
import type { Daily } from "./daily.ts";
import { valueAt } from "./daily.ts";
import { momentOf } from "./moment.ts";

/** A lift and the storeys it serves (1 to `floors`). */
export interface Shaft {
  readonly seed: number;
  readonly floors: number;
  readonly storeyHeightM: number;
  readonly speedMs: number;
  /** Persons who live behind its doors, for how often it is called. */
  readonly residents: number;
}

export type Door = "closed" | "opening" | "open" | "closing";

/** What a car does at an instant. */
export interface Ride {
  readonly floor: number;
  readonly direction: "idle" | "up" | "down";
  readonly door: Door;
  readonly speedMs: number;
  readonly persons: number;
  /** Moving, or standing with somebody getting in or out. */
  readonly busy: boolean;
}

/** Time is cut into slots; in each a car makes at most one ride: to whoever called, then where they want to go. */
const slotMs = 150 * seconds;
const tripsPerPersonDay = 3.6;
const personsPerRide = 1.5;
/** Rides by the hour, mean 1: out in the morning, deliveries before noon, home in the evening. */
export const callsByHour: Daily = [
  0.15, 0.08, 0.05, 0.05, 0.08, 0.25, 0.8, 2, 2.1, 1.2, 0.9, 1.2, 1.4, 1, 0.8, 0.8, 1.1, 1.8, 2.1, 1.9, 1.6,
  1.3, 0.9, 0.44,
];
const doorMs = 2.2 * seconds;
const dwellMs = 4 * seconds;

export const tripsPerDay = (shaft: Shaft): number => (shaft.residents * tripsPerPersonDay) / personsPerRide;

interface Trip {
  readonly from: number;
  readonly to: number;
  readonly persons: number;
}

/** Share of rides that go up at an hour: 20/80 in the morning, 75/25 in the evening. */
function shareUp(hour: number): number {
  if (hour >= 6 && hour < 10) return 0.2;
  return hour >= 16 && hour < 21 ? 0.75 : 0.5;
}

/** The ride of a slot, or null when nobody calls. Phase shifts slots of lifts against each other. */
function tripOf(shaft: Shaft, slot: number): Trip | null {
  const { hour } = momentOf(slot * slotMs - (shaft.seed % slotMs));
  const likely = Math.min(0.92, (tripsPerDay(shaft) / (86_400_000 / slotMs)) * valueAt(callsByHour, hour));
  if (chance(shaft.seed, slot, 1) >= likely) return null;
  const home = 2 + Math.floor(chance(shaft.seed, slot, 2) * (shaft.floors - 1));
  const persons = 1 + Math.floor(chance(shaft.seed, slot, 3) ** 2 * 4);
  return chance(shaft.seed, slot, 4) < shareUp(hour)
    ? { from: 1, to: home, persons }
    : { from: home, to: 1, persons };
}

/** Once an hour a car takes no call and goes back to the bottom, empty; what it did before need not be remembered. */
const slotsPerHoming = 24;
const isHoming = (slot: number): boolean => slot % slotsPerHoming === 0;

/** Where the car rests before a slot: where its last ride ended. */
function restBefore(shaft: Shaft, slot: number): number {
  for (let before = slot - 1; !isHoming(before); before--) {
    const trip = tripOf(shaft, before);
    if (trip) return trip.to;
  }
  return 1;
}

const travelMs = (shaft: Shaft, from: number, to: number): number =>
  from === to ? 0 : ((Math.abs(to - from) * shaft.storeyHeightM) / shaft.speedMs + 2.5) * seconds;

const standing = (floor: number, door: Door, persons: number): Ride => ({
  floor,
  direction: "idle",
  door,
  speedMs: 0,
  persons,
  busy: door !== "closed" || persons > 0,
});

function moving(shaft: Shaft, from: number, to: number, sinceMs: number, persons: number): Ride {
  const wholeMs = travelMs(shaft, from, to);
  const along = sinceMs / wholeMs;
  // A car starts and stops softly: speed rises and falls over the first and last part of the way.
  const eased = along * along * (3 - 2 * along);
  const rampMs = Math.min(2.5 * seconds, wholeMs / 2);
  const ramp = Math.min(1, sinceMs / rampMs, (wholeMs - sinceMs) / rampMs);
  return {
    floor: Math.round(from + (to - from) * eased),
    direction: to > from ? "up" : "down",
    door: "closed",
    speedMs: shaft.speedMs * Math.max(0.05, ramp),
    persons,
    busy: true,
  };
}

/** A stop at a floor: doors open, somebody steps over, doors close. */
function stopping(floor: number, sinceMs: number, before: number, after: number): Ride {
  if (sinceMs < doorMs) return standing(floor, "opening", before);
  if (sinceMs < doorMs + dwellMs)
    return standing(floor, "open", sinceMs < doorMs + dwellMs / 2 ? before : after);
  return standing(floor, "closing", after);
}

const stopMs = 2 * doorMs + dwellMs;

/** What the car does at an instant: a pure function of its seed and the time. */
export function rideAt(shaft: Shaft, atMs: number): Ride {
  const shifted = atMs + (shaft.seed % slotMs);
  const slot = Math.floor(shifted / slotMs);
  const rest = restBefore(shaft, slot);
  let sinceMs = shifted - slot * slotMs;
  if (isHoming(slot)) {
    const arrived = sinceMs >= travelMs(shaft, rest, 1);
    return arrived ? standing(1, "closed", 0) : moving(shaft, rest, 1, sinceMs, 0);
  }
  const trip = tripOf(shaft, slot);
  if (!trip) return standing(rest, "closed", 0);
  const toCallMs = travelMs(shaft, rest, trip.from);
  if (sinceMs < toCallMs) return moving(shaft, rest, trip.from, sinceMs, 0);
  sinceMs -= toCallMs;
  if (sinceMs < stopMs) return stopping(trip.from, sinceMs, 0, trip.persons);
  sinceMs -= stopMs;
  const rideMs = travelMs(shaft, trip.from, trip.to);
  if (sinceMs < rideMs) return moving(shaft, trip.from, trip.to, sinceMs, trip.persons);
  sinceMs -= rideMs;
  return sinceMs < stopMs ? stopping(trip.to, sinceMs, trip.persons, 0) : standing(trip.to, "closed", 0);
}

/** Electric power of a lift, kW: standby, doors, and the work of the drive (a full car going up, an empty one down). */
export function ridePowerKw(ride: Ride): number {
  if (ride.direction === "idle") return ride.busy ? 0.55 : 0.25;
  const imbalance = (ride.persons / 13 - 0.45) * (ride.direction === "up" ? 1 : -1);
  const workKw = imbalance * 1000 * 9.81 * ride.speedMs * 0.001;
  return 1.1 + Math.max(-0.4, workKw > 0 ? workKw / 0.8 : workKw * 0.5) + 0.8 * ride.speedMs;
}
