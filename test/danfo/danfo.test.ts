import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { fromDanfo, toDanfo } from "../../src/table/danfo.ts";
import { categoriesOf, numbersOf } from "../../src/table/table.ts";

const danfo = createRequire(import.meta.url)("danfojs-node");

test("a real danfo frame comes over with its missing values, and goes back", () => {
  const frame = new danfo.DataFrame({ grade: [6.5, null, 8.25, Number.NaN], school: ["S1", "S2", null, "S1"] });
  const table = fromDanfo(frame);
  expect([...numbersOf(table, ["grade"]).grade!]).toEqual([6.5, Number.NaN, 8.25, Number.NaN]);
  expect(categoriesOf(table, "school")).toEqual(["S1", "S2", null, "S1"]);

  const back = toDanfo(table, danfo) as { columns: string[]; values: unknown[][] };
  expect(back.columns).toEqual(["grade", "school"]);
  expect(back.values.map((row) => row[0])).toEqual([
    6.5,
    expect.toSatisfy(isMissing),
    8.25,
    expect.toSatisfy(isMissing),
  ]);
  expect(fromDanfo(back as never).fields).toEqual(table.fields);
});

function isMissing(value: unknown): boolean {
  return value === null || value === undefined || Number.isNaN(value);
}
