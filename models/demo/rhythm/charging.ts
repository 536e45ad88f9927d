import { hours, minutes } from "../../quantity.ts";
import { chance, gauss } from "../seed.ts";
import type { Daily } from "./daily.ts";
import { valueAt } from "./daily.ts";
import { momentOf, startOfDayMs } from "./moment.ts";

/** A charging point for cars. */
export interface Charger {
  readonly seed: number;
  readonly ratedKw: number;
  readonly direct: boolean;
}

/** What it does at an instant. */
export interface Charge {
  readonly state: "free" | "connected" | "charging" | "finished";
  readonly powerKw: number;
  readonly sessionKwh: number;
  /** Charge of the car, percent; 0 without a car. */
  readonly carPercent: number;
}

const free: Charge = { state: "free", powerKw: 0, sessionKwh: 0, carPercent: 0 };
/** 600 cars that charge every 2.75 days at 348 slow chargers. */
const sessionsPerNight = 0.63;
/** Share of half-hours in which a fast charger is in use. */
const fastUse: Daily = [
  0.05, 0.03, 0.02, 0.02, 0.03, 0.05, 0.1, 0.25, 0.35, 0.4, 0.4, 0.45, 0.5, 0.45, 0.4, 0.4, 0.45, 0.55, 0.6,
  0.5, 0.4, 0.3, 0.2, 0.1,
];

/** A session: plugged in and out, and how much the car takes. */
interface Session {
  readonly fromMs: number;
  readonly untilMs: number;
  readonly needKwh: number;
  readonly batteryKwh: number;
}

/** The evening session that begins on a local day, by arrival N(18.5, 2.2) h and departure N(7.6, 1.0) h. */
function eveningSession(charger: Charger, day: number): Session | null {
  if (chance(charger.seed, day, 1) >= sessionsPerNight) return null;
  const from = Math.min(23.7, Math.max(11, 18.5 + 2.2 * gauss(charger.seed, day, 2)));
  const until = Math.min(10.5, Math.max(5, 7.6 + gauss(charger.seed, day, 3))) + 24;
  return {
    fromMs: startOfDayMs(day) + from * hours,
    untilMs: startOfDayMs(day) + until * hours,
    needKwh: 12 + 9 * chance(charger.seed, day, 4),
    batteryKwh: 50 + 25 * chance(charger.seed, day, 5),
  };
}

function fastSession(charger: Charger, atMs: number): Session | null {
  const slotMs = 40 * minutes;
  const slot = Math.floor((atMs + (charger.seed % slotMs)) / slotMs);
  const fromMs = slot * slotMs - (charger.seed % slotMs);
  if (chance(charger.seed, slot, 1) >= valueAt(fastUse, momentOf(fromMs).hour)) return null;
  const needKwh = 14 + 16 * chance(charger.seed, slot, 4);
  return {
    fromMs,
    untilMs: fromMs + 34 * minutes,
    needKwh,
    batteryKwh: 50 + 25 * chance(charger.seed, slot, 5),
  };
}

function during(charger: Charger, session: Session, atMs: number): Charge {
  if (atMs < session.fromMs || atMs >= session.untilMs) return free;
  const handshakeMs = 40_000;
  const chargingHours = Math.max(0, atMs - session.fromMs - handshakeMs) / hours;
  // The last tenth goes in at half power, as batteries ask.
  const fastHours = (0.9 * session.needKwh) / charger.ratedKw;
  const slowHours = (0.1 * session.needKwh) / (charger.ratedKw / 2);
  const before = Math.max(10, 92 - (session.needKwh / session.batteryKwh) * 100 - 20);
  const percentOf = (kwh: number): number => Math.min(100, before + (kwh / session.batteryKwh) * 100);
  if (chargingHours === 0) return { state: "connected", powerKw: 0, sessionKwh: 0, carPercent: before };
  if (chargingHours >= fastHours + slowHours) {
    return {
      state: "finished",
      powerKw: 0,
      sessionKwh: session.needKwh,
      carPercent: percentOf(session.needKwh),
    };
  }
  const slow = chargingHours > fastHours;
  const sessionKwh = slow
    ? 0.9 * session.needKwh + ((chargingHours - fastHours) * charger.ratedKw) / 2
    : chargingHours * charger.ratedKw;
  return {
    state: "charging",
    powerKw: slow ? charger.ratedKw / 2 : charger.ratedKw,
    sessionKwh,
    carPercent: percentOf(sessionKwh),
  };
}

/** Energy a session has delivered by an instant, kWh. */
function delivered(charger: Charger, session: Session, atMs: number): number {
  return atMs >= session.untilMs ? session.needKwh : during(charger, session, atMs).sessionKwh;
}

/** Days after which the sum of sessions begins anew from the most they can come to. */
const meterBlockDays = 16;

/** Reading of the charger's own meter, kWh: the sum of its sessions, never falling. */
export function chargerMeterKwh(charger: Charger, atMs: number): number {
  const { day } = momentOf(atMs);
  const block = Math.floor(day / meterBlockDays);
  const mostPerDay = charger.direct ? 400 : 21;
  let sum = (block - 1240) * meterBlockDays * mostPerDay;
  for (let night = block * meterBlockDays - 1; night <= day; night++) {
    if (charger.direct) sum += (mostPerDay / 2) * Math.min(1, (atMs - startOfDayMs(night)) / (24 * hours));
    else {
      const session = eveningSession(charger, night);
      if (session) sum += delivered(charger, session, atMs);
    }
  }
  return sum;
}

export function chargeAt(charger: Charger, atMs: number): Charge {
  if (charger.direct) {
    const session = fastSession(charger, atMs);
    return session ? during(charger, session, atMs) : free;
  }
  const { day } = momentOf(atMs);
  const lastNight = eveningSession(charger, day - 1);
  const overnight = lastNight ? during(charger, lastNight, atMs) : free;
  if (overnight.state !== "free") return overnight;
  const tonight = eveningSession(charger, day);
  return tonight ? during(charger, tonight, atMs) : free;
}
