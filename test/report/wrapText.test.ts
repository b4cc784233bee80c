import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cut, lengthOf, longestWord, pad, wrapText } from "../../src/report/wrapText.ts";

const FAMILY = "\u{1f469}\u200d\u{1f469}\u200d\u{1f467}";
const word = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 30 }),
  fc.constantFrom(FAMILY, "研究", "e\u0301e\u0301n", "x".repeat(90)),
);
const text = fc.array(word, { maxLength: 12 }).map((words) => words.join(" "));
const letters = (some: string) => some.replace(/\s+/g, "");

describe("agrees with the Unicode annexes 11 and 29", () => {
  test.each([
    ["cafe", 4],
    ["café", 4],
    ["cafe\u0301", 4],
    ["研究", 4],
    ["한국", 4],
    ["\u{1f642}", 2],
    [FAMILY, 2],
    ["\u{1f1f3}\u{1f1f1}", 2],
    ["שלום", 4],
    ["a\u200bb", 2],
    ["α τ² −,30 …", 11],
    ["", 0],
  ])("%s takes %i places", (some, places) => {
    expect(lengthOf(some)).toBe(places);
  });
});

describe("always", () => {
  test("no line is wider than asked, and no letter is lost", () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 60 }), (some, width) => {
        const lines = wrapText(some, width);
        expect(lines.filter((line) => lengthOf(line) > width)).toEqual([]);
        expect(letters(lines.join(""))).toBe(letters(some));
      }),
    );
  });

  test("words that fit are not broken", () => {
    expect(wrapText("contact met de leerkracht van het kind", 12)).toEqual([
      "contact met",
      "de",
      "leerkracht",
      "van het kind",
    ]);
    expect(wrapText(`${FAMILY} ${FAMILY}${FAMILY}`, 3)).toEqual([FAMILY, FAMILY, FAMILY]);
  });

  test("what is cut says so and fits; what fits stays", () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 40 }), (some, width) => {
        const short = cut(some, width);
        expect(lengthOf(short)).toBeLessThanOrEqual(width);
        expect(short === some).toBe(lengthOf(some) <= width);
        if (short !== some) expect(short.endsWith("…")).toBe(true);
      }),
    );
  });

  test("padding fills up to the width, on the side asked", () => {
    expect([pad("研", 5, "left"), pad("研", 5, "right"), pad("研", 5, "both")]).toEqual(["   研", "研   ", " 研  "]);
    expect(pad("too long", 3, "left")).toBe("too long");
  });
});

describe("at the edges", () => {
  test("an empty text is one empty line; blanks do not count as words", () => {
    expect(wrapText("", 10)).toEqual([""]);
    expect(wrapText("   a \n b ", 10)).toEqual(["a b"]);
    expect([longestWord(""), longestWord("een langere zin")]).toEqual([0, 7]);
  });
});
