import { expect, it } from "vitest";
import { overloadSign } from "../../../server/ingest/overload-sign.ts";
import { doorBench } from "./door-bench.ts";

it("overload is shown while readings are passed over, and for half a minute after", () => {
  const { doors, counters, problems } = doorBench();
  const look = overloadSign(counters, doors.problems);
  look();
  expect(problems.size).toBe(0);
  counters.coalesced += 5;
  look();
  expect(problems.get("ingest/overload")).toMatch(/newest of each point/);
  for (let k = 0; k < 29; k++) look();
  expect(problems.size).toBe(1);
  look();
  expect(problems.size).toBe(0);
});
