import { describe, expect, test } from "vitest";
import { numberFieldOf, textFieldOf } from "../../src/table/fields.ts";
import { joinLookup } from "../../src/table/joinLookup.ts";
import { toJsonColumns } from "../../src/table/jsonColumns.ts";
import { declareMissing } from "../../src/table/missing.ts";
import { fieldOf, type Table } from "../../src/table/table.ts";

const PARENTS: Table = {
  source: "ouders.csv",
  rows: 5,
  fields: [numberFieldOf("id", [1, 2, 3, 4, 5]), textFieldOf("teacher", ["t2", "t1", "t9", null, "t2"])],
  lines: Int32Array.of(2, 3, 4, 5, 6),
};

const TEACHERS: Table = {
  source: "leraren.csv",
  rows: 2,
  fields: [
    textFieldOf("teacher", ["t1", "t2"]),
    numberFieldOf("warmth", [3.5, 99]),
    textFieldOf("school", ["Oost", "West"]),
  ],
};

describe("agrees with the truth table", () => {
  test("every row stays once, in its place, and gets what its id names", () => {
    const { table } = joinLookup(PARENTS, TEACHERS, { by: "teacher" });
    expect(toJsonColumns(table).columns).toEqual({
      id: [1, 2, 3, 4, 5],
      teacher: ["t2", "t1", "t9", null, "t2"],
      warmth: [99, 3.5, null, null, 99],
      school: ["West", "Oost", null, null, "West"],
    });
    expect([...table.lines!]).toEqual([2, 3, 4, 5, 6]);
  });

  test("rows without a match and rows without an id are counted apart", () => {
    const { notes } = joinLookup(PARENTS, TEACHERS, { by: "teacher" });
    const values = { source: "ouders.csv", total: 5, column: "teacher", count: 1 };
    expect(notes).toEqual([
      { code: "join/unmatched", values },
      { code: "join/no-key", values },
    ]);
  });
});

describe("always", () => {
  test("only the columns asked for, by a key of another name and kind, with their reasons", () => {
    const lookup = declareMissing(
      {
        source: "l",
        rows: 2,
        fields: [textFieldOf("nr", ["1", "2"]), numberFieldOf("x", [9, 8]), numberFieldOf("y", [1, 2])],
      },
      [9],
    );
    const { table, notes } = joinLookup(PARENTS, lookup, { by: "id", to: "nr", columns: ["x"] });
    expect(table.fields.map(({ name }) => name)).toEqual(["id", "teacher", "x"]);
    expect(toJsonColumns(table).columns.x).toEqual([null, 8, null, null, null]);
    expect(fieldOf(table, "x").reasons).toEqual({ labels: ["9"], codes: Uint8Array.of(1, 0, 0, 0, 0) });
    expect(notes).toMatchObject([{ code: "join/unmatched", values: { count: 3 } }]);
  });

  test("a full match has no notes", () => {
    const { notes } = joinLookup(TEACHERS, { ...TEACHERS, fields: [TEACHERS.fields[0]!] }, { by: "teacher" });
    expect(notes).toEqual([]);
  });
});

describe("refuses", () => {
  test("a lookup table with an id twice, with all rows that repeat one", () => {
    const double = { source: "l", rows: 4, fields: [textFieldOf("teacher", ["t1", "t2", "t1", "t1"])] };
    expect(() => joinLookup(PARENTS, double, { by: "teacher" })).toThrow(
      expect.objectContaining({
        problems: [3, 4].map((row) => ({
          code: "data/duplicate-id",
          values: { first: 1 },
          location: { source: "l", row, column: "teacher" },
        })),
      }),
    );
  });

  test("a column that both have, and one that is not there", () => {
    const withId = { ...TEACHERS, fields: [...TEACHERS.fields, numberFieldOf("id", [1, 2])] };
    expect(() => joinLookup(PARENTS, withId, { by: "teacher" })).toThrow(
      expect.objectContaining({ code: "table/duplicate-column", location: { source: "ouders.csv", column: "id" } }),
    );
    expect(() => joinLookup(PARENTS, TEACHERS, { by: "teacher", columns: ["no"] })).toThrow(
      expect.objectContaining({ code: "data/unknown-column", location: { source: "leraren.csv", column: "no" } }),
    );
    expect(() => joinLookup(PARENTS, TEACHERS, { by: "no" })).toThrow(
      expect.objectContaining({ location: { source: "ouders.csv", column: "no" } }),
    );
  });
});
