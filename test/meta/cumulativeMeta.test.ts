import { describe, expect, test } from "vitest";
import { cumulativeMeta } from "../../src/meta/cumulativeMeta.ts";
import { disagreements, fixtureCases } from "../fixtures/readFixture.ts";

describe("agrees with R", () => {
  test.each(fixtureCases("cumulativeMeta"))("%s", (_, { data, options, expected }) => {
    expect(disagreements(cumulativeMeta(data, options), expected, 12)).toEqual([]);
  });
});
