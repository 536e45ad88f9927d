import { afterEach, describe, expect, it } from "vitest";
import type { Text } from "../../../models/language/text.ts";
import { openHouse, type House } from "./small-house.ts";

let house: House;
afterEach(() => house.close());

describe("the hint of a refusal", () => {
  it("names what is wrong in a query, what is not known there too, in both languages", async () => {
    house = await openHouse();
    const hint = async (query: string): Promise<Text> =>
      (await house.app.inject(`/api/v1/points?${query}`)).json().error.hint;
    expect(await hint("foo=1&bar=2")).toEqual({
      "zh-CN": "foo, bar：此处没有这一项，请删去",
      en: "foo, bar: not known here; leave it out",
    });
    const small = await hint("limit=0");
    expect(small["zh-CN"]).toMatch(/^limit：.*\p{Script=Han}.*1$/u);
    expect(small.en).toMatch(/^limit: .*1$/);
    const none = await hint("limit=many");
    expect(none["zh-CN"]).toMatch(/\p{Script=Han}.*NaN/u);
    expect(none.en).toMatch(/NaN/);
  });
});
