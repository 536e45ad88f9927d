const withoutEnding = (path: string): string => path.replace(/\.[^./]+$/, "");

/** `server/twin/clock.ts` → `server/twin`, `server/main.ts` → `server/main`, and each desk a room of its own. */
export function roomOf(path: string): string {
  const parts = withoutEnding(path).split("/");
  const isFileOfDesks = parts[1] === "desks" && parts.length === 3;
  const depth = parts[1] === "desks" && !isFileOfDesks ? 3 : 2;
  return parts.slice(0, depth).join("/");
}

/** Whether `pattern` stands for `path`: the room itself, what lies in it, `room/*` or `room/**-ending`. */
function standsFor(pattern: string, path: string): boolean {
  const [folder, ending] = pattern.split("/**");
  if (ending !== undefined) return path.startsWith(`${folder}/`) && path.endsWith(ending);
  if (pattern.endsWith("/*")) return path.startsWith(pattern.slice(0, -1));
  return path === pattern || path.startsWith(`${pattern}/`);
}

/** Whether the file is in one of the rooms listed and in none of those taken out by `!`. */
export function isAmong(rooms: readonly string[], file: string): boolean {
  const path = withoutEnding(file);
  const taken = rooms.filter((room) => room.startsWith("!")).map((room) => room.slice(1));
  const given = rooms.filter((room) => !room.startsWith("!"));
  return given.some((room) => standsFor(room, path)) && !taken.some((room) => standsFor(room, path));
}
