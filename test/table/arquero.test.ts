import * as aq from "arquero";
import { describe, expect, test } from "vitest";
import { fromArquero, toArquero } from "../../src/table/arquero.ts";
import { numberFieldOf, textFieldOf } from "../../src/table/fields.ts";
import { toJsonColumns } from "../../src/table/jsonColumns.ts";
import type { Table } from "../../src/table/table.ts";
import { importsOf, sourceFiles } from "../sourceFiles.ts";

const TABLE: Table = {
  source: "x",
  rows: 4,
  fields: [numberFieldOf("q", [1, null, 3, 8]), textFieldOf("role", ["vader", null, "moeder", "vader"])],
};

describe("always", () => {
  test("there and back is the same table", async () => {
    expect(fromArquero(await toArquero(TABLE), "x")).toEqual(TABLE);
  });

  test("arquero's means skip what is missing", async () => {
    const table = await toArquero(TABLE, aq as never);
    const means = (table as aq.ColumnTable).groupby("role").rollup({ mean: aq.op.mean("q") });
    expect(toJsonColumns(fromArquero(means)).columns).toEqual({
      role: ["vader", null, "moeder"],
      mean: [4.5, null, 3],
    });
  });

  test("filter and order are applied on the way back", async () => {
    const table = (await toArquero(TABLE)).filter("d => d.q > 1").orderby(aq.desc("q"));
    expect(toJsonColumns(fromArquero(table)).columns).toEqual({ q: [8, 3], role: ["vader", "moeder"] });
  });

  test("no file loads arquero before it is used", () => {
    const importers = sourceFiles("src").filter(({ text }) => /^import (?!type).*"arquero"/m.test(text));
    expect(importers.map(({ path }) => path)).toEqual([]);
    expect(sourceFiles("src").filter(({ text }) => importsOf(text).includes("arquero"))).not.toEqual([]);
  });
});

describe("at the edges", () => {
  test("numbers go over without a copy and come back as one", async () => {
    const numbers = TABLE.fields[0]!.kind === "number" ? TABLE.fields[0]!.values : undefined;
    const table = await toArquero(TABLE);
    expect(table.getter("q")(3)).toBe(8);
    const back = fromArquero(table).fields[0]!;
    expect(back.kind === "number" && back.values !== numbers).toBe(true);
  });

  test("dates become ISO text, undefined is missing, large whole numbers and truth values are numbers", () => {
    const date = new Date(Date.UTC(2024, 1, 29));
    const table = aq.table({ d: [date, new Date(Number.NaN)], u: [undefined, "x"], i: [3n, null], t: [true, false] });
    expect(toJsonColumns(fromArquero(table)).columns).toEqual({
      d: ["2024-02-29T00:00:00.000Z", null],
      u: [null, "x"],
      i: [3, null],
      t: [1, 0],
    });
  });

  test("no columns, no rows", () => {
    expect(fromArquero(aq.table({}))).toEqual({ source: "arquero", rows: 0, fields: [] });
  });
});
