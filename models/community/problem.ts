/** One fault of a community. `where` reads like `buildings[12] "B-6"`. */
export interface Problem {
  readonly rule:
    | "unique-id"
    | "reference"
    | "number"
    | "footprint"
    | "shape"
    | "extent"
    | "storey"
    | "residents"
    | "count"
    | "time-zone";
  readonly where: string;
  readonly sentence: string;
}
