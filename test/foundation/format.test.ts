import { describe, expect, test } from "vitest";
import {
  formatCell,
  formatCoefficient,
  formatCount,
  formatInterval,
  formatNumber,
  formatPValue,
} from "../../src/foundation/format.ts";

const en = { language: "en" } as const;
const nl = { language: "nl" } as const;

describe("always", () => {
  test("a number has the reader's decimal sign and a true minus", () => {
    expect(formatNumber(-1.234, en)).toBe("−1.23");
    expect(formatNumber(-1.234, nl)).toBe("−1,23");
    expect(formatNumber(12.5, { ...nl, decimals: 0 })).toBe("13");
  });

  test("what cannot exceed 1 has no leading zero, whatever its value", () => {
    expect(formatCoefficient(0.394, en)).toBe(".39");
    expect(formatCoefficient(-0.05, nl)).toBe("−,05");
    expect(formatCoefficient(1, en)).toBe("1.00");
  });

  test("p-values have three decimals and an end on both sides", () => {
    expect(formatPValue(0.04567, "en")).toBe(".046");
    expect(formatPValue(0.0004, "nl")).toBe("< ,001");
    expect(formatPValue(0.9999, "en")).toBe("> .999");
  });

  test("the limits of an interval are parted by a semicolon where the comma is the decimal sign", () => {
    expect(formatInterval(0.1, 0.25, en)).toBe("[0.10, 0.25]");
    expect(formatInterval(0.1, 0.25, nl, "coefficient")).toBe("[,10; ,25]");
  });

  test("thousands are grouped the reader's way", () => {
    expect(formatCount(24826, "en")).toBe("24,826");
    expect(formatCount(24826, "nl")).toBe("24.826");
  });
});

describe("at the edges", () => {
  test("a number that rounds to zero has no sign", () => {
    expect(formatNumber(-0.001, en)).toBe("0.00");
    expect(formatCoefficient(-0.001, en)).toBe(".00");
  });

  test("missing is a dash, a share a percentage, whole degrees of freedom whole", () => {
    expect(formatCell(null, "number", en)).toBe("–");
    expect(formatCell(0.4186, "share", nl)).toBe("41,9%");
    expect(formatCell(18, "degrees", en)).toBe("18");
    expect(formatCell(17.44, "degrees", en)).toBe("17.4");
  });
});
