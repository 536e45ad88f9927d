import { expect, it } from "vitest";
import { samePicture, type DrawnProps } from "../../../client/scene/same-picture.ts";
import type { SceneViewProps } from "../../../client/scene/scene-props.ts";
import { signal } from "../../../models/signal.ts";

const before: DrawnProps = { mood: "grey", theme: "dark", language: "en", windows: null, bands: null };

it("a scene is drawn again for what one sees of its properties, not for who is to be told", () => {
  const told = (): Partial<SceneViewProps> => ({ onHover: () => undefined, onSelect: () => undefined });
  expect(samePicture({ ...before, ...told() }, { ...before, ...told() })).toBe(true);
  const version = signal(0);
  const others: readonly Partial<DrawnProps>[] = [
    { mood: "rich" },
    { theme: "light" },
    { language: "zh-CN" },
    { windows: { version, share: () => null } },
    { bands: { version, quarter: () => null } },
    { labelLines: new Map() },
  ];
  for (const other of others) expect(samePicture(before, { ...before, ...other })).toBe(false);
});
