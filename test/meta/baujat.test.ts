import { describe, expect, test } from "vitest";
import { baujat } from "../../src/meta/baujat.ts";
import { disagreements, fixtureCases } from "../fixtures/readFixture.ts";

describe("agrees with R", () => {
  test.each(fixtureCases("baujat"))("%s", (_, { data, options, expected }) => {
    expect(disagreements(baujat(data, options), expected, 11)).toEqual([]);
  });
});
