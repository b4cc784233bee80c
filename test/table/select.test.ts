import { describe, expect, test } from "vitest";
import { addField } from "../../src/table/addField.ts";
import { duplicateIds } from "../../src/table/duplicateIds.ts";
import { numberFieldOf, textFieldOf } from "../../src/table/fields.ts";
import { filterRows } from "../../src/table/filterRows.ts";
import { toJsonColumns } from "../../src/table/jsonColumns.ts";
import { declareMissing } from "../../src/table/missing.ts";
import { selectColumns } from "../../src/table/select.ts";
import { fieldOf, type Table } from "../../src/table/table.ts";

const TABLE: Table = {
  source: "x.csv",
  rows: 4,
  fields: [
    textFieldOf("id", ["p1", "p2", "p1", null]),
    numberFieldOf("q1", [1, 99, null, 4]),
    textFieldOf("role", ["vader", "moeder", "moeder", "vader"]),
  ],
  lines: Int32Array.of(2, 3, 5, 6),
};

describe("always", () => {
  test("columns come in the order asked, with all rows", () => {
    const chosen = selectColumns(TABLE, ["role", "id"]);
    expect(chosen.fields.map(({ name }) => name)).toEqual(["role", "id"]);
    expect(chosen.rows).toBe(4);
  });

  test("rows that are kept keep their cells, lines and reasons; levels that are gone are gone", () => {
    const kept = filterRows(declareMissing(TABLE, [99]), [false, true, true, false]);
    expect(toJsonColumns(kept).columns).toEqual({ id: ["p2", "p1"], q1: [null, null], role: ["moeder", "moeder"] });
    expect([...kept.lines!]).toEqual([3, 5]);
    expect(fieldOf(kept, "role")).toMatchObject({ levels: ["moeder"], codes: Int32Array.of(0, 0) });
    expect(fieldOf(kept, "q1").reasons).toEqual({ labels: ["99"], codes: Uint8Array.of(1, 0) });
  });

  test("an added column stands last, and the table given is as it was", () => {
    const wider = addField(TABLE, numberFieldOf("score", [1, 2, 3, 4]));
    expect(wider.fields.map(({ name }) => name)).toEqual(["id", "q1", "role", "score"]);
    expect(TABLE.fields).toHaveLength(3);
  });

  test("every id that stands in an earlier row is told with both rows; missing ids are no doubles", () => {
    expect(duplicateIds(TABLE, "id")).toEqual([
      {
        code: "data/duplicate-id",
        values: { first: 1 },
        location: { source: "x.csv", row: 3, line: 5, column: "id" },
      },
    ]);
    expect(duplicateIds(TABLE, "q1")).toEqual([]);
  });
});

describe("at the edges", () => {
  test("no rows kept, no columns chosen", () => {
    expect(filterRows(TABLE, [0, 0, 0, 0])).toMatchObject({ rows: 0, lines: new Int32Array(0) });
    expect(selectColumns(TABLE, [])).toMatchObject({ rows: 4, fields: [] });
  });
});

describe("refuses", () => {
  test("columns that are not there, all at once", () => {
    expect(() => selectColumns(TABLE, ["id", "no", "nor"])).toThrow(
      expect.objectContaining({
        problems: [
          expect.objectContaining({ location: { source: "x.csv", column: "no" } }),
          expect.objectContaining({ location: { source: "x.csv", column: "nor" } }),
        ],
      }),
    );
  });

  test("marks or a column of another length, and a name that is taken", () => {
    expect(() => filterRows(TABLE, [true])).toThrow(expect.objectContaining({ code: "table/unequal-length" }));
    expect(() => addField(TABLE, numberFieldOf("score", [1]))).toThrow(
      expect.objectContaining({ code: "table/unequal-length", location: { source: "x.csv", column: "score" } }),
    );
    expect(() => addField(TABLE, numberFieldOf("q1", [1, 2, 3, 4]))).toThrow(
      expect.objectContaining({ code: "table/duplicate-column" }),
    );
  });
});
