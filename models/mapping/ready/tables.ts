import type { MappingRow } from "../mapping-file.ts";
import { of, own, row } from "./point.ts";

const staff = { visibility: "staff" } as const;
/** What a table foresaw is no measurement. */
const forecasts = ["/{what}_predicted_{n}", "/at", "/row"];

const table = (id: string, has: string, kind: string, points: Parameters<typeof row>[4]): MappingRow =>
  row(`table-${id}`, "table", { has: [has] }, kind, points, forecasts);

/** Tables of a community's surroundings, hour by hour. */
export const tableRows: readonly MappingRow[] = [
  table("weather", "/outdoor_dry_bulb_temperature", "outdoor_weather", [
    of("temperature", "/outdoor_dry_bulb_temperature", staff),
    of("humidity", "/outdoor_relative_humidity", staff),
    own("diffuse", "/diffuse_solar_irradiance", "散射辐照度", "Diffuse irradiance", {
      unit: "W/m²",
      min: 0,
      max: 2000,
      decimals: 0,
      ...staff,
    }),
    own("direct", "/direct_solar_irradiance", "直射辐照度", "Direct irradiance", {
      unit: "W/m²",
      min: 0,
      max: 2000,
      decimals: 0,
      ...staff,
    }),
  ]),
  table("tariff", "/electricity_pricing", "tariff", [
    own("price", "/electricity_pricing", "电价（每千瓦时）", "Price per kWh", {
      unit: "",
      min: -10,
      max: 100,
      decimals: 4,
      ...staff,
    }),
  ]),
  table("carbon", "/carbon_intensity", "carbon_intensity", [
    own("intensity", "/carbon_intensity", "碳强度（千克/千瓦时）", "Carbon (kg per kWh)", {
      unit: "",
      min: 0,
      max: 5,
      decimals: 4,
      ...staff,
    }),
  ]),
];
