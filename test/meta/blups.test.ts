import { describe, expect, test } from "vitest";
import { blups } from "../../src/meta/blups.ts";
import { disagreements, fixtureCases } from "../fixtures/readFixture.ts";

describe("agrees with R", () => {
  test.each(fixtureCases("blups"))("%s", (_, { data, options, expected }) => {
    expect(disagreements(blups(data, options), expected, 12)).toEqual([]);
  });
});
