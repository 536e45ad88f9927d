/** Within a place its own name in front of everything tells nothing. */
export const withoutPrefix = (name: string, prefix: string): string =>
  name.length > prefix.length + 1 && name.startsWith(`${prefix} `) ? name.slice(prefix.length + 1) : name;
