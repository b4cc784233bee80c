import { describe, expect, test } from "vitest";
import { henmiCopas } from "../../src/meta/henmiCopas.ts";
import { disagreements, fixtureCases } from "../fixtures/readFixture.ts";

describe("agrees with R", () => {
  test.each(fixtureCases("henmiCopas"))("%s", (_, { data, options, expected }) => {
    expect(disagreements(henmiCopas(data, options), expected, 12)).toEqual([]);
  });
});
