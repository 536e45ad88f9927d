/** Within a place its own name in front of everything tells nothing; a comma may stand behind it. */
export function withoutPrefix(name: string, prefix: string): string {
  if (!name.startsWith(prefix)) return name;
  const rest = name.slice(prefix.length);
  const own = rest.replace(/^,? +/u, "");
  return own === "" || own === rest ? name : own;
}
