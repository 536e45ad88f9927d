import { describe, expect, it } from "vitest";
import { usualPlaces } from "../../.setup/find-chromium.js";

describe("where a browser is looked for beside the search path", () => {
  it("is the applications of macOS, everybody's and one's own", () => {
    const places = usualPlaces("darwin", { HOME: "/home-of-lin" });
    expect(places).toContain("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
    expect(places).toContain("/home-of-lin/Applications/Chromium.app/Contents/MacOS/Chromium");
  });

  it("is the program folders of Windows, where Edge always is, as far as it names them", () => {
    const places = usualPlaces("win32", { "PROGRAMFILES(X86)": "C:\\Program Files (x86)" });
    expect(places).toHaveLength(3);
    expect(places.at(-1)).toMatch(/^C:\\Program Files \(x86\).Microsoft.Edge.Application.msedge\.exe$/);
    expect(usualPlaces("win32", {})).toEqual([]);
  });

  it("is nowhere else on Linux", () => expect(usualPlaces("linux", { HOME: "/root" })).toEqual([]));
});
