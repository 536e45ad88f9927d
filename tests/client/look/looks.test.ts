import { describe, expect, it } from "vitest";
import { dress } from "../../../client/look/looks.ts";

describe("the looks of a desk", () => {
  const held = new Map<string, string>();
  const memory = {
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => void held.set(key, value),
  };

  it("are grey and dark for the operator until they choose, and remembered desk by desk", () => {
    const page = { dataset: {} as DOMStringMap };
    const looks = dress("operator", page, memory);
    expect(page.dataset).toEqual({ mood: "grey", theme: "dark" });
    looks.choose("light");
    expect(page.dataset).toEqual({ mood: "grey", theme: "light" });
    expect(dress("operator", page, memory).theme.get()).toBe("light");
    expect(dress("presenter", page, memory).theme.get()).toBe("dark");
    expect(page.dataset["mood"]).toBe("rich");
  });

  it("are as usual when what is remembered is no theme", () => {
    held.set("courtyard.theme.planner", "purple");
    expect(dress("planner", { dataset: {} }, memory).theme.get()).toBe("light");
  });
});
