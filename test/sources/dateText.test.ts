import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isClearDate, isoDate } from "../../src/sources/dateText.ts";

describe("agrees with the truth table", () => {
  test.each([
    ["29-2-2024", "2024-02-29"],
    ["29-2-2023", undefined],
    ["29-2-1900", undefined],
    ["29-2-2000", "2000-02-29"],
    ["31-4-2024", undefined],
    ["01-09-1999", "1999-09-01"],
    [" 31-12-1999 ", "1999-12-31"],
    ["1-13-2024", undefined],
    ["0-1-2024", undefined],
    ["2024-02-29", undefined],
    ["1/2/2024", undefined],
    ["1-2-24", undefined],
  ])("%s", (text, iso) => {
    expect(isoDate(text)).toBe(iso);
  });

  test("a day beyond twelve is no month", () => {
    expect(["12-1-2024", "13-1-2024", "32-1-2024"].map(isClearDate)).toEqual([false, true, false]);
  });
});

describe("always", () => {
  test("every day there is comes out as JavaScript writes it", () => {
    fc.assert(
      fc.property(fc.date({ min: new Date(Date.UTC(1000, 0, 1)), max: new Date(Date.UTC(9999, 11, 31)) }), (date) => {
        fc.pre(!Number.isNaN(date.getTime()));
        const text = `${date.getUTCDate()}-${date.getUTCMonth() + 1}-${date.getUTCFullYear()}`;
        expect(isoDate(text)).toBe(date.toISOString().slice(0, 10));
      }),
    );
  });
});
