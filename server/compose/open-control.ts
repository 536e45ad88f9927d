import { resolve } from "node:path";
import type { Community } from "../../models/community/community.ts";
import { readMappingFile } from "../../models/mapping/mapping-file.ts";
import { backupMade } from "../backup/make-backup.ts";
import { ControlSocket } from "../commands/control-socket.ts";
import { controlSocketIn } from "../settings.ts";
import { copyDatabase } from "../store/copy-database.ts";
import type { House } from "./house.ts";
import { reasonOf } from "./start-refused.ts";

function homesByBuilding({ dwellings }: Community): Record<string, string[]> {
  const homes = new Map<string, string[]>();
  for (const { id, building } of dwellings) {
    const others = homes.get(building);
    if (others) others.push(id);
    else homes.set(building, [id]);
  }
  return Object.fromEntries(homes);
}

/** The way in for the commands beside the server. */
export async function openControl(
  { settings, community, store, access, audit, front, doors, rooms }: House,
  mqttUrl: string | null,
) {
  const control = new ControlSocket(controlSocketIn(resolve(settings.data)), {
    makeLink: (duty, name) => access.makeLink(duty, "console", name),
    makeToken: (use, name, lastsMs) => access.makeToken(use, name, "console", lastsMs),
    listTokens: () => access.openTokens,
    endToken: (name) => access.endToken(name, "console"),
    verifyTrail: (head) => audit.check(head),
    async copyDatabase(to) {
      await audit.before(backupMade, () => Promise.resolve());
      await copyDatabase(store.db, to);
    },
    status: () => ({
      httpUrl: front.base,
      mqttUrl,
      community: community.id,
      buildings: community.buildings.map(({ id }) => id),
      dwellings: homesByBuilding(community),
    }),
    useMapping: async (file) => {
      const read = readMappingFile(file);
      if (!read.ok) throw new Error(`${read.where}: ${read.sentence.en}`);
      const rows = read.file.rows.length;
      const { mappingDesk } = rooms.foreign;
      if (!(await mappingDesk.take(read.file, "console")))
        throw new Error("too many rows: remove some first");
      return rows;
    },
    recordedDevices: (topics) => rooms.foreign.desk.countRecorded(topics),
  });
  try {
    await control.listen();
  } catch (error) {
    // Everything but the commands beside the server works without it; a long path is the usual reason.
    const about = { level: "warning", room: "commands", event: "unreachable" } as const;
    doors.log(`npm run link and npm run token cannot reach this server: ${reasonOf(error)}`, about);
  }
  return control;
}
