import type { Color } from "three";

/** Writes a colour as it shall be on the screen: no light and no tone will change it. */
export function onScreen(colour: Color | undefined, hex: string): void {
  const value = Number.parseInt(hex.slice(1), 16);
  colour?.setRGB(((value >> 16) & 255) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255);
}
