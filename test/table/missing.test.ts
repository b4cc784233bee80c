import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { numberFieldOf, textFieldOf } from "../../src/table/fields.ts";
import { toJsonColumns } from "../../src/table/jsonColumns.ts";
import { declareMissing, matchingCode } from "../../src/table/missing.ts";
import { fieldOf, type Table } from "../../src/table/table.ts";

const TABLE: Table = {
  source: "x.csv",
  rows: 4,
  fields: [numberFieldOf("a", [1, 99, null, -1]), textFieldOf("b", ["n.v.t.", "ja", "99", "nee"])],
};

describe("agrees with the truth table", () => {
  test.each([
    [[99], 99, 0],
    [["99"], 99, 0],
    [[9, " 99 "], 99, 1],
    [[99], "99", 0],
    [["n.v.t."], " n.v.t. ", 0],
    [["n.v.t."], "N.v.t.", -1],
    [[""], 0, -1],
    [[" "], 0, -1],
    [[9], 99, -1],
    [[-1], -1, 0],
  ])("codes %j, cell %j: %i", (codes, cell, place) => {
    expect(matchingCode(codes, cell)).toBe(place);
  });

  test("declared cells are missing in numbers and text, with the code as reason", () => {
    const declared = declareMissing(TABLE, [99, "n.v.t."]);
    expect(toJsonColumns(declared).columns).toEqual({ a: [1, null, null, -1], b: [null, "ja", null, "nee"] });
    expect(fieldOf(declared, "a").reasons).toEqual({ codes: Uint8Array.of(0, 1, 0, 0), labels: ["99", "n.v.t."] });
    expect(fieldOf(declared, "b")).toMatchObject({
      levels: ["ja", "nee"],
      codes: Int32Array.of(-1, 0, -1, 1),
      reasons: { codes: Uint8Array.of(2, 0, 1, 0) },
    });
  });

  test("codes of one column leave the others alone", () => {
    expect(toJsonColumns(declareMissing(TABLE, { a: [99, -1] })).columns).toEqual({
      a: [1, null, null, null],
      b: ["n.v.t.", "ja", "99", "nee"],
    });
  });
});

describe("always", () => {
  test("in two steps is as in one, and the table given is as it was", () => {
    const before = structuredClone(TABLE);
    const twice = declareMissing(declareMissing(TABLE, [99]), ["n.v.t.", -1]);
    expect(twice).toEqual(declareMissing(TABLE, [99, "n.v.t.", -1]));
    expect(TABLE).toEqual(before);
  });

  test("present cells plus reasons plus cells plainly missing make all rows", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(1, 2, 8, 9, null), { minLength: 1 }), (values) => {
        const table = { source: "x", rows: values.length, fields: [numberFieldOf("a", values)] };
        const field = fieldOf(declareMissing(table, [8, 9]), "a");
        const present = toJsonColumns({ ...table, fields: [field] }).columns.a!.filter((cell) => cell !== null).length;
        const declared = [...(field.reasons?.codes ?? [])].filter((code) => code > 0).length;
        expect(present + declared + values.filter((value) => value === null).length).toBe(values.length);
        expect(declared).toBe(values.filter((value) => value === 8 || value === 9).length);
      }),
    );
  });
});

describe("at the edges", () => {
  test("codes that do not occur leave no reasons", () => {
    expect(fieldOf(declareMissing(TABLE, [7]), "a").reasons).toBeUndefined();
    expect(declareMissing(TABLE, [])).toEqual(TABLE);
  });
});

describe("refuses", () => {
  test("a column that is not there, and more reasons than a byte can tell apart", () => {
    expect(() => declareMissing(TABLE, { c: [1] })).toThrow(expect.objectContaining({ code: "data/unknown-column" }));
    const many = Array.from({ length: 256 }, (_, i) => i);
    expect(() => declareMissing(TABLE, many)).toThrow(expect.objectContaining({ code: "option/invalid" }));
    expect(declareMissing(TABLE, many.slice(1)).rows).toBe(4);
  });
});
