import { spawnSync } from "node:child_process";
import { cpus, loadavg, release, totalmem } from "node:os";
import { findChromium } from "../../.setup/find-chromium.js";

export interface Machine {
  readonly cores: number;
  readonly processor: string;
  readonly memoryGb: number;
  readonly system: string;
  readonly node: string;
  readonly chromium: string;
  /** Mean number of busy processes over the last minute when the benchmark began. */
  readonly load: number;
}

function chromiumVersion(): string {
  const program = findChromium();
  if (program === undefined) return "none";
  const said = spawnSync(program, ["--version"], { encoding: "utf8", timeout: 20_000 });
  return /[\d.]{5,}/.exec(said.stdout)?.[0] ?? "unknown";
}

export function thisMachine(): Machine {
  const processors = cpus();
  return {
    cores: processors.length,
    processor: processors[0]?.model.trim() ?? "unknown",
    memoryGb: Math.round(totalmem() / 2 ** 30),
    system: `${process.platform} ${release()}`,
    node: process.version,
    chromium: chromiumVersion(),
    load: Math.round((loadavg()[0] ?? 0) * 10) / 10,
  };
}

export const machineLine = (machine: Machine): string =>
  `${machine.cores} cores (${machine.processor}), ${machine.memoryGb} GB, ${machine.system}, Node ${machine.node}, Chromium ${machine.chromium}, load ${machine.load} at the start`;
