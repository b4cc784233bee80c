import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { closest, editDistance, meant } from "../../src/foundation/closest.ts";

const WORD = fc.string({ maxLength: 12 });

describe("agrees with counting by hand", () => {
  test.each([
    ["", "abc", 3],
    ["epstein6", "epstien6", 1],
    ["kitten", "sitting", 3],
    ["ca", "abc", 3],
    ["hill_tyson", "hill_tyson", 0],
  ] as const)("%s to %s: %i", (a, b, distance) => expect(editDistance(a, b)).toBe(distance));
});

describe("always", () => {
  test("symmetric, zero only for the same word, at most the longer length", () => {
    fc.assert(
      fc.property(WORD, WORD, (a, b) => {
        const distance = editDistance(a, b);
        expect(distance).toBe(editDistance(b, a));
        expect(distance === 0).toBe(a === b);
        expect(distance).toBeLessThanOrEqual(Math.max(a.length, b.length));
        expect(distance).toBeGreaterThanOrEqual(Math.abs(a.length - b.length));
      }),
    );
  });

  test("a swap of two neighbours is one step", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 2, maxLength: 12 }), fc.nat(), (word, at) => {
        const i = at % (word.length - 1);
        const swapped = word.slice(0, i) + word[i + 1] + word[i] + word.slice(i + 2);
        expect(editDistance(word, swapped)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe("at the edges", () => {
  test("capitals do not matter; what is too far is not guessed", () => {
    expect(closest("Epstein6", ["epstein6"])).toBe("epstein6");
    expect(closest("frobnicate", ["describe", "meta"])).toBeUndefined();
    expect(closest("x", [])).toBeUndefined();
  });

  test("the first of equally near words", () => {
    expect(closest("lusse2012", ["lusse2011", "lusse2013"])).toBe("lusse2011");
  });

  test("as a value of a problem", () => {
    expect(meant("metas", ["meta"])).toEqual({ meant: "meta" });
    expect(meant("zzzz", ["meta"])).toEqual({});
  });
});
