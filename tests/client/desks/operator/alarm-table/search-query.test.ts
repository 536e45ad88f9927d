import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvAddress, searchQuery } from "../../../../../client/desks/operator/alarm-table/search-query.ts";
import { searchOfFilter } from "../../../../../models/view/alarm-filter.ts";
import { csvQuery, listQuery, searchOf } from "../../../../../server/open/alarm-query.ts";
import { alarmFilters } from "../../../../models/view/alarm-filters.ts";

const said = (query: URLSearchParams): unknown => Object.fromEntries(query);

describe("what the alarm table asks the server for", () => {
  it("TB6 the server understands what the filter wants, whatever that is", () => {
    fc.assert(
      fc.property(alarmFilters, fc.integer({ min: 0, max: 4e12 }), (filter, nowMs) => {
        const search = searchOfFilter(filter, nowMs);
        expect(searchOf(listQuery.parse(said(searchQuery(search))))).toEqual(search);
        const file = new URL(csvAddress(search, "en"), "http://here");
        expect(file.pathname).toBe("/api/v1/alarms.csv");
        const { lang, ...filters } = csvQuery.parse(said(file.searchParams));
        expect(lang).toBe("en");
        expect(searchOf(filters)).toEqual(search);
      }),
    );
  });
});
