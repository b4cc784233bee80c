import { describe, expect, test } from "vitest";
import { z } from "zod";
import type { BetrokkenError } from "../../src/foundation/errors.ts";
import { resolve, shared } from "../../src/foundation/options.ts";

const schema = z.strictObject({ confidenceLevel: shared.confidenceLevel, missing: shared.missing });

function problemsOf(given: unknown) {
  try {
    resolve(schema, given as never);
  } catch (error) {
    return (error as BetrokkenError).problems;
  }
  return [];
}

describe("always", () => {
  test("defaults are filled in and given options kept", () => {
    expect(resolve(schema, { missing: "pairwise" })).toEqual({ confidenceLevel: 0.95, missing: "pairwise" });
    expect(resolve(schema, undefined)).toEqual({ confidenceLevel: 0.95, missing: "listwise" });
  });
});

describe("refuses", () => {
  test("unknown and impossible options, all at once, with what is possible", () => {
    const problems = problemsOf({ confidenceLevel: 95, missing: "ignore", confidencelevel: 0.9 });
    expect(problems.map(({ code, values }) => [code, values.option, values.expected ?? values.known])).toEqual([
      ["option/invalid", "confidenceLevel", "number > 0 < 1"],
      ["option/invalid", "missing", "listwise | pairwise"],
      ["option/unknown", "confidencelevel", "confidenceLevel, missing"],
    ]);
  });

  test("something that is no options object", () => {
    expect(problemsOf(3).map(({ code }) => code)).toEqual(["option/invalid"]);
  });
});
