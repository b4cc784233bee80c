import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isClear, isGrouped, parseNumber } from "../../src/sources/numberText.ts";

const NONE = Number.NaN;

describe("agrees with the truth table", () => {
  test.each([
    ["7,5", 7.5, NONE],
    ["7.5", NONE, 7.5],
    ["-0,25", -0.25, NONE],
    [",5", 0.5, NONE],
    ["0,123", 0.123, NONE],
    ["1.234,56", 1234.56, NONE],
    ["1,234.56", NONE, 1234.56],
    ["1.234", 1234, 1.234],
    ["1,234", 1.234, 1234],
    ["12.000", 12000, 12],
    ["1.000.000", 1e6, NONE],
    ["1234,5", 1234.5, NONE],
    ["0.123", NONE, 0.123],
    ["1.23.456", NONE, NONE],
    ["1,0e-7", 1e-7, NONE],
    ["1.0E+21", NONE, 1e21],
    [" 3 ", 3, 3],
    ["0", 0, 0],
    ["1e5", NONE, NONE],
    ["0123", NONE, NONE],
    ["00", NONE, NONE],
    ["+31612345678", NONE, NONE],
    ["1234567890123456789", NONE, NONE],
    ["1.0e999", NONE, NONE],
    ["45%", NONE, NONE],
    ["5.", NONE, NONE],
    ["-", NONE, NONE],
    ["", NONE, NONE],
    ["0x10", NONE, NONE],
    ["Infinity", NONE, NONE],
  ])("%s", (text, withComma, withPoint) => {
    expect([parseNumber(text, ","), parseNumber(text, ".")]).toEqual([withComma, withPoint]);
  });

  test.each([
    ["7,5", true, false],
    ["1.234", false, false],
    ["1,234", false, false],
    ["0,123", true, false],
    ["1.000.000", true, false],
    ["1.234,5", true, false],
    ["12", false, false],
    ["tekst", false, false],
  ])("%s can be read in one way only", (text, comma, point) => {
    expect([isClear(text, ","), isClear(text, ".")]).toEqual([comma, point]);
  });
});

describe("always", () => {
  test("a number written out in full is read as itself, whatever the sign", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }), (value) => {
        const text = String(value).replace(/^(-?\d)e/, "$1.0e");
        expect(parseNumber(text, ".")).toBe(value === 0 ? 0 : value);
        const comma = text.replace(".", ",");
        expect(isGrouped(comma, ".") || Object.is(parseNumber(comma, ","), parseNumber(text, "."))).toBe(true);
      }),
    );
  });
});
