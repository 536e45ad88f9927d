import { readFileSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
import { readCommunityFile } from "../../models/formats/read-community.ts";
import type { Order, Report } from "./reading-order.ts";

const { file, name, at } = workerData as Order;
const say = (report: Report, transfer: ArrayBuffer[] = []): void => parentPort?.postMessage(report, transfer);

const reading = readCommunityFile(
  { name, text: readFileSync(file), ...(at === null ? {} : { at }) },
  (step, share) => say({ step, share }),
);
// The faces are most of it: handed over, not copied.
const mesh = reading.ok ? reading.community.mesh : null;
const handedOver = mesh === null ? [] : [mesh.positions, mesh.normals, mesh.surfaces, mesh.objectOf];
say(
  { reading },
  handedOver.map(({ buffer }) => buffer as ArrayBuffer),
);
