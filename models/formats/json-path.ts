/** `$.a["b c"][3]` from a path of keys. */
export const jsonPath = (base: string, path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (whole, key) =>
      typeof key === "number"
        ? `${whole}[${key}]`
        : /^[A-Za-z_]\w*$/.test(String(key))
          ? `${whole}.${String(key)}`
          : `${whole}[${JSON.stringify(String(key)).slice(0, 80)}]`,
    base,
  );
