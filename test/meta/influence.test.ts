import { describe, expect, test } from "vitest";
import { influence } from "../../src/meta/influence.ts";
import { disagreements, fixtureCases } from "../fixtures/readFixture.ts";

describe("agrees with R", () => {
  test.each(fixtureCases("influence"))("%s", (_, { data, options, expected }) => {
    expect(disagreements(influence(data, options), expected, 11)).toEqual([]);
  });
});
