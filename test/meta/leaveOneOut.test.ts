import { describe, expect, test } from "vitest";
import { leaveOneOut } from "../../src/meta/leaveOneOut.ts";
import { disagreements, fixtureCases } from "../fixtures/readFixture.ts";

describe("agrees with R", () => {
  test.each(fixtureCases("leaveOneOut"))("%s", (_, { data, options, expected }) => {
    expect(disagreements(leaveOneOut(data, options), expected, 12)).toEqual([]);
  });
});
