import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

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
 * The Chromium that the journeys drive: COURTYARD_CHROMIUM, or the first one on the search path.
 * @returns {string | undefined}
 */
export const findChromium = () => {
  const chosen = process.env["COURTYARD_CHROMIUM"];
  if (chosen === undefined || chosen === "") {
    return names.map(findProgram).find((file) => file !== undefined);
  }
  if (canRun(chosen)) return chosen;
  throw new Error(`COURTYARD_CHROMIUM names ${chosen}, which cannot be run; name the browser's program file`);
};

export const noChromium =
  "No Chromium was found: install chromium or google-chrome, or set COURTYARD_CHROMIUM to its program file.";
