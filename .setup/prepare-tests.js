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
  return missing;
};

const hasChineseFont = () => {
  const list = spawnSync("fc-list", [":lang=zh", "family"], { encoding: "utf8" });
  return list.status === 0 && list.stdout.trim() !== "";
};

const mayInstall = () => process.getuid?.() === 0 && existsSync("/etc/debian_version");

/** @param {readonly string[]} args */
const apt = (args) => {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  return (
    spawnSync("apt-get", args, { stdio: ["ignore", "ignore", "inherit"], env, timeout: 600_000 }).status === 0
  );
};

const missing = missingPackages();
if (missing.length > 0 && mayInstall()) {
  console.log(`Installing for the tests: ${missing.join(" ")}`);
  const done = apt(["update"]) && apt(["install", "-y", "--no-install-recommends", ...missing]);
  if (!done)
    console.warn(`apt-get could not install ${missing.join(" ")}; tests that need them will say so.`);
} else if (missing.length > 0) {
  console.warn(
    `Not installed: ${missing.join(" ")}. Only root on Debian can be served here; install by hand.`,
  );
}
if (findChromium() === undefined) console.warn(noChromium);
