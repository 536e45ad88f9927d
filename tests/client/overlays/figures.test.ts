import { describe, expect, it } from "vitest";
import { layoutAlerts } from "../../../client/overlays/alerts/layout.ts";
import { paintAlerts } from "../../../client/overlays/alerts/paint.ts";
import { layoutPowerBars, paintPowerBars } from "../../../client/overlays/energy/by-building.ts";
import { layoutEnergy } from "../../../client/overlays/energy/layout.ts";
import { paintEnergy } from "../../../client/overlays/energy/paint.ts";
import { layoutOccupancy } from "../../../client/overlays/occupancy/layout.ts";
import { paintOccupancy } from "../../../client/overlays/occupancy/paint.ts";
import { buildingId, deviceId } from "../../../models/ids.ts";
import { alertsBody, energyBody, occupancyBody, shanghaiMs } from "./figure-bodies.ts";
import { paper, type Paper } from "./small-document.ts";

const time = new Intl.DateTimeFormat("en", {
  timeZone: "Asia/Shanghai",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

const draw: Readonly<Record<string, (sheet: Paper) => void>> = {
  energy: ({ svg }) =>
    paintEnergy(svg, layoutEnergy(energyBody, 400, 160, shanghaiMs), {
      colourOf: (use) => `colour of ${use}`,
      nameOf: (use) => use,
      timeOf: (atMs) => time.format(atMs),
      numberOf: (powerKw) => String(powerKw),
    }),
  "power-by-building": ({ svg }) =>
    paintPowerBars(svg, layoutPowerBars(energyBody.buildings, 300), {
      nameOf: (building) => building,
      powerOf: ({ powerKw }) => (powerKw === null ? "not shown" : `${powerKw} kW`),
      selected: buildingId("A-2"),
    }),
  occupancy: ({ svg }) =>
    paintOccupancy(svg, layoutOccupancy(occupancyBody, 300), {
      nameOf: (building) => building,
      bandOf: ({ band }) => (band === null ? "not shown" : `${band.low}–${band.high}`),
      selected: buildingId("B-10"),
    }),
  alerts: ({ svg }) =>
    paintAlerts(svg, layoutAlerts(alertsBody, 400, 120, shanghaiMs), {
      colourOf: (priority) => `colour of ${priority}`,
      timeOf: (atMs) => time.format(atMs),
      selected: deviceId("b"),
    }),
};

describe.each(Object.keys(draw))("the figure %s", (name) => {
  it("is drawn as it was when somebody last looked at it", async () => {
    const sheet = paper();
    draw[name]!(sheet);
    await expect(sheet.write()).toMatchFileSnapshot(`figures/${name}.svg`);
  });

  it("is the same drawn twice on one sheet", () => {
    const [once, twice] = [paper(), paper()];
    draw[name]!(once);
    draw[name]!(twice);
    draw[name]!(twice);
    expect(twice.write()).toBe(once.write());
  });
});
