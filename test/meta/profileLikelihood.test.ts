import { describe, expect, test } from "vitest";
import { profileLikelihood } from "../../src/meta/profileLikelihood.ts";
import { disagreements, fixtureCases } from "../fixtures/readFixture.ts";

describe("agrees with R", () => {
  test.each(fixtureCases("profileLikelihood"))("%s", (_, { data, options, expected }) => {
    expect(disagreements(profileLikelihood(data, options), expected, 12)).toEqual([]);
  });
});
