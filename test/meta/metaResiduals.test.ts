import { describe, expect, test } from "vitest";
import { metaResiduals } from "../../src/meta/metaResiduals.ts";
import { disagreements, fixtureCases } from "../fixtures/readFixture.ts";

describe("agrees with R", () => {
  test.each(fixtureCases("metaResiduals"))("%s", (_, { data, options, expected }) => {
    expect(disagreements(metaResiduals(data, options), expected, 11)).toEqual([]);
  });
});
