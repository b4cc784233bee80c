import { describe, expect, test } from "vitest";
import { fromDanfo, toDanfo } from "../../src/table/danfo.ts";
import { numberFieldOf, textFieldOf } from "../../src/table/fields.ts";
import type { Table } from "../../src/table/table.ts";
import { sourceFiles } from "../sourceFiles.ts";

const TABLE: Table = {
  source: "x",
  rows: 3,
  fields: [numberFieldOf("q", [1, null, 3.25]), textFieldOf("role", [null, "vader", "moeder"])],
};

/** What danfojs has that we use; the real one is tested in test/danfo. */
class DataFrame {
  readonly columns: readonly string[];
  readonly values: readonly unknown[];

  constructor(rows: readonly unknown[][], { columns }: { columns: string[] }) {
    this.columns = columns;
    this.values = rows;
  }
}

describe("always", () => {
  test("there and back is the same table", () => {
    expect(fromDanfo(toDanfo(TABLE, { DataFrame }), "x")).toEqual(TABLE);
  });

  test("missing numbers go over as NaN, missing text as null", () => {
    expect(toDanfo(TABLE, { DataFrame }).values).toEqual([
      [1, null],
      [Number.NaN, "vader"],
      [3.25, "moeder"],
    ]);
  });

  test("nothing is imported from danfojs", () => {
    const importers = sourceFiles("src").filter(({ text }) =>
      /^(import|export) .*danfojs|import\("danfojs/m.test(text),
    );
    expect(importers.map(({ path }) => path)).toEqual([]);
    expect(sourceFiles("src").some(({ path }) => path === "src/table/danfo.ts")).toBe(true);
  });
});

describe("at the edges", () => {
  test("null, undefined and NaN are missing; a frame of one column may have bare values", () => {
    const frame = {
      columns: ["a", "b"],
      values: [
        [null, "x"],
        [undefined, null],
        [Number.NaN, "y"],
        [2, ""],
      ],
    };
    expect(fromDanfo(frame).fields).toEqual([
      numberFieldOf("a", [null, null, null, 2]),
      textFieldOf("b", ["x", null, "y", null]),
    ]);
    expect(fromDanfo({ columns: ["a"], values: [1, null] }).fields).toEqual([numberFieldOf("a", [1, null])]);
    expect(fromDanfo({ columns: [], values: [] })).toEqual({ source: "danfo", rows: 0, fields: [] });
  });
});
