import { describe, expect, test } from "vitest";
import { z } from "zod";
import type { BetrokkenError } from "../../src/foundation/errors.ts";
import { categoryColumn, inputRoles, labelColumn, numberColumn, numberColumns, read } from "../../src/table/input.ts";

const help = { en: "some columns", nl: "enkele kolommen" };
const schema = z.strictObject({
  items: numberColumns(help, 2),
  weight: numberColumn(help).optional(),
  cluster: categoryColumn(help).optional(),
  study: labelColumn(help).optional(),
});

function problemsOf(data: unknown) {
  try {
    read(schema, data as never);
  } catch (error) {
    return (error as BetrokkenError).problems.map(({ code, location }) => [code, location?.column, location?.row]);
  }
  return [];
}

describe("always", () => {
  test("null, undefined and NaN are missing; typed arrays and lists read alike", () => {
    const { items } = read(schema, { items: { a: [1, null, 3], b: new Float64Array([1, 2, Number.NaN]) } });
    expect(items.names).toEqual(["a", "b"]);
    expect(items.rows).toBe(3);
    expect([...items.columns[0]!]).toEqual([1, Number.NaN, 3]);
    expect([...items.columns[1]!]).toEqual([1, 2, Number.NaN]);
  });

  test("categories are coded in order of appearance, with -1 for missing; numbers count as categories", () => {
    const data = {
      items: { a: [1, 2, 3, 4], b: [1, 2, 3, 4] },
      cluster: ["x", null, 7, "x"],
      study: ["A", "", "C", "D"],
    };
    const { cluster, study } = read(schema, data);
    expect(cluster?.levels).toEqual(["x", "7"]);
    expect([...cluster!.codes]).toEqual([0, -1, 1, 0]);
    expect(study).toEqual(["A", null, "C", "D"]);
  });

  test("the caller's own column is not touched", () => {
    const a = [1, null, 3];
    read(schema, { items: { a, b: a } });
    expect(a).toEqual([1, null, 3]);
  });

  test("roles tell the command line what each field wants", () => {
    expect(inputRoles(schema).map(({ name, optional, role }) => [name, optional, role.role])).toEqual([
      ["items", false, "numbers"],
      ["weight", true, "number"],
      ["cluster", true, "category"],
      ["study", true, "label"],
    ]);
  });
});

describe("refuses", () => {
  test("text and infinities among numbers, each with column and row, all at once", () => {
    expect(problemsOf({ items: { a: [1, "x", 3], b: [1, 2, Infinity] } })).toEqual([
      ["data/not-a-number", "a", 2],
      ["data/not-finite", "b", 3],
    ]);
  });

  test("unknown, missing and misshapen input", () => {
    expect(problemsOf({ item: [1] })).toEqual([
      ["input/unknown", undefined, undefined],
      ["input/missing", undefined, undefined],
    ]);
    expect(problemsOf({ items: [1, 2] })).toEqual([["input/invalid", undefined, undefined]]);
    expect(problemsOf({ items: { a: [1, 2] } })).toEqual([["input/too-few-columns", undefined, undefined]]);
  });

  test("columns of unequal length and no rows at all", () => {
    expect(problemsOf({ items: { a: [1, 2], b: [1] } })).toEqual([["input/unequal-length", "b", undefined]]);
    expect(problemsOf({ items: { a: [1, 2], b: [1, 2] }, weight: [1] })).toEqual([
      ["input/unequal-length", "weight", undefined],
    ]);
    expect(problemsOf({ items: { a: [], b: [] } })).toEqual([["data/empty", undefined, undefined]]);
  });
});
