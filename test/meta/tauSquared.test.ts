import { describe, expect, test } from "vitest";
import { randomEffects } from "../../src/meta/randomEffects.ts";
import { disagreements, fixtureCases } from "../fixtures/readFixture.ts";

describe("agrees with R", () => {
  test.each(fixtureCases("tauSquared"))("%s", (_, { data, options, expected }) => {
    expect(disagreements(randomEffects(data, options), expected, 12)).toEqual([]);
  });
});
