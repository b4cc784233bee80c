import { describe, expect, test } from "vitest";
import { BetrokkenError, problemsText, refuse, refuseAll } from "../../src/foundation/errors.ts";

describe("always", () => {
  test("an error says where, then what, in both languages", () => {
    const error = new BetrokkenError([
      { code: "data/not-a-number", values: {}, location: { source: "ouders.csv", line: 8, row: 7, column: "cijfer" } },
    ]);
    expect(error.message).toBe("ouders.csv, line 8, row 7, column cijfer: Found text where a number should stand.");
    expect(problemsText(error.problems, "nl")).toBe(
      "ouders.csv, regel 8, rij 7, kolom cijfer: Hier staat tekst waar een getal hoort.",
    );
    expect(error.code).toBe("data/not-a-number");
  });

  test("many problems are told at once, the first twenty in words", () => {
    const problems = Array.from({ length: 25 }, (_, i) => ({
      code: "data/not-finite" as const,
      values: {},
      location: { row: i + 1 },
    }));
    const lines = problemsText(problems, "en").split("\n");
    expect(lines).toHaveLength(21);
    expect(lines[20]).toBe("... and 5 more.");
    expect(() => refuseAll(problems)).toThrow(BetrokkenError);
  });
});

describe("at the edges", () => {
  test("no problems is no error; one problem needs no place", () => {
    expect(refuseAll([])).toBeUndefined();
    expect(() => refuse("data/empty")).toThrow("There are no data rows.");
  });
});
