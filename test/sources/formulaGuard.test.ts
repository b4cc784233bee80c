import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { guarded, unguarded } from "../../src/sources/formulaGuard.ts";

describe("agrees with the truth table", () => {
  test.each([
    ["=1+1", "'=1+1"],
    ["+31 6", "'+31 6"],
    ["-", "'-"],
    ["@naam", "'@naam"],
    ["'=x", "''=x"],
    ["'s avonds", "'s avonds"],
    ["a=b", "a=b"],
    ["", ""],
  ])("%j is written as %j", (text, written) => {
    expect(guarded(text)).toBe(written);
    expect(unguarded(written)).toBe(text);
  });
});

describe("always", () => {
  test("guarding can be undone, and guarded text is no formula", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."'=+-@a") }), (text) => {
        expect(unguarded(guarded(text))).toBe(text);
        expect(guarded(text)).not.toMatch(/^[=+\-@]/);
      }),
    );
  });
});

describe("at the edges", () => {
  test("what another program left unguarded is read as it stands", () => {
    expect(unguarded("=1+1")).toBe("=1+1");
  });
});
