import { spawn } from "node:child_process";
import { chmodSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { duties, dutyNames, type Duty } from "../../models/duty/duty.ts";
import type { Doorkeeper } from "../access/doorkeeper.ts";
import type { Settings } from "../settings.ts";
import type { House } from "./house.ts";
import { reasonOf, StartRefused } from "./start-refused.ts";

/** One fresh link for every duty. */
async function makeLinks(access: Doorkeeper): Promise<Record<Duty, string>> {
  const links = await Promise.all(duties.map(async (duty) => [duty, await access.makeLink(duty)] as const));
  return Object.fromEntries(links) as Record<Duty, string>;
}

/** @throws StartRefused */
function writeLinksFile(file: string, links: Readonly<Record<Duty, string>>): void {
  try {
    writeFileSync(file, `${JSON.stringify(links, null, 2)}\n`, { mode: 0o600 });
    // The mode above counts only for a file that was not there.
    chmodSync(file, 0o600);
  } catch (error) {
    throw new StartRefused(`--links-file ${file} cannot be written: ${reasonOf(error)}.`);
  }
}

/** What is printed before `ready`: a line per desk, the broker, and where data lie. */
function startLines(
  settings: Settings,
  links: Readonly<Record<Duty, string>>,
  mqttUrl: string | null,
): string[] {
  const width = Math.max(...duties.map((duty) => duty.length));
  const desks = duties.map(
    (duty) => `${duty.padEnd(width)}  ${dutyNames[duty]["zh-CN"].padEnd(3, "　")}  ${links[duty]}`,
  );
  return [...desks, `broker: ${mqttUrl ?? "none"}`, `data: ${resolve(settings.data)}`];
}

/** Opens a link in the browser of whoever started the server. */
function openInBrowser(link: string, print: (line: string) => void): void {
  const [program, ...before] =
    process.platform === "darwin"
      ? ["open"]
      : process.platform === "win32"
        ? ["cmd", "/c", "start", ""]
        : ["xdg-open"];
  const child = spawn(program ?? "xdg-open", [...before, link], { stdio: "ignore", detached: true });
  child.once("error", () => print(`--open: no browser could be started; open ${link}`));
  child.unref();
}

/** Tells whoever started the server how to get in, and that it is ready. */
export async function announce({ settings, access, doors }: House, mqttUrl: string | null): Promise<void> {
  const links = await makeLinks(access);
  const { "links-file": linksFile } = settings;
  if (linksFile !== null) writeLinksFile(linksFile, links);
  for (const line of startLines(settings, links, mqttUrl)) doors.print(line);
  doors.print("ready");
  if (settings.open) openInBrowser(await access.makeLink("operator"), doors.print);
}
