import { describe, expect, test } from "vitest";
import { subgroups } from "../../src/meta/subgroups.ts";
import { disagreements, fixtureCases } from "../fixtures/readFixture.ts";

describe("agrees with R", () => {
  test.each(fixtureCases("subgroups"))("%s", (_, { data, options, expected }) => {
    expect(disagreements(subgroups(data, options), expected, 11)).toEqual([]);
  });
});
