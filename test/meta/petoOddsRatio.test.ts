import { describe, expect, test } from "vitest";
import { petoOddsRatio } from "../../src/meta/petoOddsRatio.ts";
import { disagreements, fixtureCases } from "../fixtures/readFixture.ts";

describe("agrees with R", () => {
  test.each(fixtureCases("petoOddsRatio"))("%s", (_, { data, options, expected }) => {
    expect(disagreements(petoOddsRatio(data, options), expected, 12)).toEqual([]);
  });
});
