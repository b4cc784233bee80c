import { describe, expect, test } from "vitest";
import { gosh } from "../../src/meta/gosh.ts";
import { disagreements, fixtureCases } from "../fixtures/readFixture.ts";

describe("agrees with R", () => {
  test.each(fixtureCases("gosh"))("%s", (_, { data, options, expected }) => {
    expect(disagreements(gosh(data, options), expected, 12)).toEqual([]);
  });
});
