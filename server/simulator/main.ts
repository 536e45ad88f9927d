import { createInterface } from "node:readline";
import { xingheGarden } from "../../models/communities/index.ts";
import { createDemo } from "../../models/demo/demo.ts";
import { seconds } from "../../models/quantity.ts";
import type { SimulatorDoors } from "./doors.ts";
import { Fleet } from "./fleet.ts";
import { readOrder } from "./read-order.ts";
import type { SimulatorSettings } from "./settings.ts";
import { readSimulatorSettings } from "./settings.ts";

/** The server takes a child by the collar after a second. */
const endWithinMs = 0.8 * seconds;
const dropsToldMs = 60 * seconds;

const doors: SimulatorDoors = {
  wallNowMs: () => Date.now(),
  every(ms, act) {
    const timer = setInterval(act, ms);
    return () => clearInterval(timer);
  },
  after(ms, act) {
    const timer = setTimeout(act, ms);
    return () => clearTimeout(timer);
  },
  log: (line) => void process.stderr.write(`${line}\n`),
};

function settingsGiven(): SimulatorSettings {
  try {
    return readSimulatorSettings(process.env);
  } catch (error) {
    doors.log(error instanceof Error ? error.message : String(error));
    process.exit(2);
  }
}

const settings = settingsGiven();
const { seed, scale, rates } = settings;
const fleet = new Fleet(createDemo({ community: xingheGarden(), seed, scale, rates }), settings, doors);

let ending = false;
async function end(): Promise<void> {
  if (ending) return;
  ending = true;
  setTimeout(() => process.exit(0), endWithinMs).unref();
  await fleet.close();
  process.exit(0);
}

process.on("SIGTERM", () => void end());
process.on("SIGINT", () => void end());
// Standing input is the leash: it closes when the server goes, however it goes.
createInterface({ input: process.stdin }).on("line", (line) => {
  const order = readOrder(line);
  if (order === null) doors.log("simulator: an order that cannot be read");
  else fleet.play(order.drill);
});
process.stdin.on("end", () => void end());
process.stdin.on("close", () => void end());
process.stdin.on("error", () => void end());

let droppedTold = 0;
doors.every(dropsToldMs, () => {
  const dropped = fleet.dropped - droppedTold;
  droppedTold = fleet.dropped;
  if (dropped > 0) doors.log(`simulator: ${dropped} readings not sent, a connection was down or slow`);
});

fleet.start();
