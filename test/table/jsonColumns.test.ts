import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fieldOfCells } from "../../src/table/fields.ts";
import { fromJsonColumns, fromJsonRows, toJsonColumns } from "../../src/table/jsonColumns.ts";

const CELLS = fc.oneof(
  fc.array(fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })), { minLength: 3, maxLength: 3 }),
  fc.array(fc.option(fc.string({ minLength: 1 })), { minLength: 3, maxLength: 3 }),
);

describe("always", () => {
  test("columns written as JSON are read as the same table, whatever their names", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), CELLS, { minKeys: 1, maxKeys: 4 }), (columns) => {
        const fields = Object.entries(columns).map(([name, cells]) => fieldOfCells(name, cells));
        const table = { source: "x", rows: 3, fields };
        const json: unknown = JSON.parse(JSON.stringify(toJsonColumns(table)));
        const back = fromJsonColumns(json, { source: "x" });
        expect(toJsonColumns(back)).toEqual(json);
        expect(back.fields.map(({ name }) => name).sort()).toEqual(fields.map(({ name }) => name).sort());
      }),
    );
  });

  test("rows and columns give the same table; a key that is not there is missing", () => {
    const rows = [
      { a: 1, b: "x" },
      { b: "y", c: true },
    ];
    expect(fromJsonRows(rows)).toEqual(fromJsonColumns({ columns: { a: [1, null], b: ["x", "y"], c: [null, true] } }));
  });
});

describe("at the edges", () => {
  test("truth values count as 1 and 0; numbers among text become text", () => {
    expect(
      toJsonColumns(
        fromJsonRows([
          { a: true, b: 1 },
          { a: false, b: "x" },
        ]),
      ).columns,
    ).toEqual({
      a: [1, 0],
      b: ["1", "x"],
    });
  });

  test("a code that is text does not make its column text", () => {
    const table = fromJsonRows([{ a: 1 }, { a: "n.v.t." }], { missing: ["n.v.t."] });
    expect(table.fields[0]).toMatchObject({ kind: "number", values: Float64Array.of(1, Number.NaN) });
  });

  test("a row's inherited names are no columns", () => {
    expect(toJsonColumns(fromJsonRows([{ a: 1 }, { toString: 2 }])).columns).toEqual({
      a: [1, null],
      toString: [null, 2],
    });
  });
});

describe("refuses", () => {
  test.each([
    [null, "file/json-shape"],
    [{ a: [1] }, "file/json-shape"],
    [{ columns: { a: 1 } }, "file/json-shape"],
    [{ columns: {} }, "data/empty"],
    [{ columns: { a: [] } }, "data/empty"],
    [{ columns: { a: [1], b: [1, 2] } }, "input/unequal-length"],
    [{ columns: { a: [{}] } }, "file/json-cell"],
  ])("%j", (json, code) => {
    expect(() => fromJsonColumns(json)).toThrow(expect.objectContaining({ code }));
  });

  test("codes of a column that is not there", () => {
    expect(() => fromJsonRows([{ a: 1 }], { missing: { b: [9] } })).toThrow(
      expect.objectContaining({ code: "data/unknown-column" }),
    );
  });
});
