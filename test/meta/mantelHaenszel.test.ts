import { describe, expect, test } from "vitest";
import { mantelHaenszel } from "../../src/meta/mantelHaenszel.ts";
import { disagreements, fixtureCases } from "../fixtures/readFixture.ts";

describe("agrees with R", () => {
  test.each(fixtureCases("mantelHaenszel"))("%s", (_, { data, options, expected }) => {
    expect(disagreements(mantelHaenszel(data, options), expected, 12)).toEqual([]);
  });
});
