import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"];

/** Where macOS and Windows keep browsers that are on no search path; Edge is a Chromium, and every Windows has it. */
const apps = ["Chromium", "Google Chrome", "Microsoft Edge"];
const programs = ["Chromium/Application/chrome.exe", "Google/Chrome/Application/chrome.exe"];
const onWindows = [...programs, "Microsoft/Edge/Application/msedge.exe"];

/**
 * Full paths to look at where there is no search path to rely on.
 * @param {NodeJS.Platform} platform
 * @param {Readonly<Record<string, string | undefined>>} environment
 */
export const usualPlaces = (platform, environment) => {
  if (platform === "darwin") {
    const folders = ["/Applications", join(environment["HOME"] ?? "", "Applications")];
    return folders.flatMap((folder) => apps.map((app) => join(folder, `${app}.app/Contents/MacOS/${app}`)));
  }
  if (platform !== "win32") return [];
  const folders = ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].map((name) => environment[name]);
  return folders.flatMap((folder) => (folder ? onWindows.map((program) => join(folder, program)) : []));
};

/** @param {string} file */
const canRun = (file) => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/**
 * Where on the search path a program lies.
 * @param {string} name
 */
export const findProgram = (name) => {
  const folders = (process.env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  return [...folders, "/usr/bin"].map((folder) => join(folder, name)).find(canRun);
};

/**
 * The Chromium that the journeys drive: COURTYARD_CHROMIUM, the first one on the search path, or one in a usual place.
 * @returns {string | undefined}
 */
export const findChromium = () => {
  const chosen = process.env["COURTYARD_CHROMIUM"];
  if (chosen === undefined || chosen === "") {
    const onPath = names.map(findProgram).find((file) => file !== undefined);
    return onPath ?? usualPlaces(process.platform, process.env).find(canRun);
  }
  if (canRun(chosen)) return chosen;
  throw new Error(`COURTYARD_CHROMIUM names ${chosen}, which cannot be run; name the browser's program file`);
};

export const noChromium =
  "No Chromium was found: install chromium, google-chrome or microsoft-edge, or set COURTYARD_CHROMIUM to its program file.";
