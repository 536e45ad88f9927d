import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { findChromium, findProgram, noChromium } from "./find-chromium.js";

/** What the tests use beside npm packages, as Debian calls it. */
const missingPackages = () => {
  const missing = [];
  if (findChromium() === undefined) missing.push("chromium");
  // Without a CJK font Chinese text comes out as boxes in pictures.
  if (!hasChineseFont()) missing.push("fonts-noto-cjk");
  if (findProgram("mosquitto_pub") === undefined) missing.push("mosquitto-clients");
  if (findProgram("strace") === undefined) missing.push("strace");
  return missing;
};

const hasChineseFont = () => {
  const list = spawnSync("fc-list", [":lang=zh", "family"], { encoding: "utf8" });
  return list.status === 0 && list.stdout.trim() !== "";
};

/** What comes before `apt-get` on this machine: nothing for root, sudo where it asks for no password; else null. */
const asRoot = () => {
  if (!existsSync("/etc/debian_version")) return null;
  if (process.getuid?.() === 0) return [];
  const asked = spawnSync("sudo", ["-n", "true"], { stdio: "ignore", timeout: 10_000 });
  return asked.status === 0 ? ["sudo", "-n"] : null;
};

/**
 * @param {readonly string[]} root
 * @param {readonly string[]} args
 */
const apt = (root, args) => {
  // sudo drops the environment, so the setting is named behind it.
  const [program = "", ...rest] = [...root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", ...args];
  const run = spawnSync(program, rest, { stdio: ["ignore", "ignore", "inherit"], timeout: 600_000 });
  return run.status === 0;
};

const missing = missingPackages();
const root = missing.length > 0 ? asRoot() : null;
if (root !== null) {
  console.log(`Installing for the tests: ${missing.join(" ")}`);
  const done = apt(root, ["update"]) && apt(root, ["install", "-y", "--no-install-recommends", ...missing]);
  if (!done)
    console.warn(`apt-get could not install ${missing.join(" ")}; tests that need them will say so.`);
} else if (missing.length > 0) {
  console.warn(
    `Not installed: ${missing.join(" ")}. They are installed by themselves only on Debian, for root or with sudo that asks for no password; install them by hand.`,
  );
}
if (findChromium() === undefined) console.warn(noChromium);
