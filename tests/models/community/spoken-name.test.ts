import { expect, it } from "vitest";
import { spokenName } from "../../../models/community/spoken-name.ts";

it("of a machine's name what a person can repeat is said, and any other name as it is", () => {
  expect(spokenName("UUID_2b587d1d-ef3d-4859-a9b9-a069396a2d91")).toBe("2b587d1d");
  expect(spokenName("{10A31B7E-8FC2-45EE-836A-1DB9FEF06E04}")).toBe("10A31B7E");
  expect(spokenName("503100000004048")).toBe("…004048");
  expect(spokenName("Town hall")).toBe("Town hall");
  expect(spokenName("The community centre by the northern gate")).toBe(
    "The community centre by the northern gate",
  );
});
