import { describe, expect, test } from "vitest";
import { fromDanfo, toDanfo } from "../../src/table/danfo.ts";
import { numbersOf } from "../../src/table/table.ts";

/** What betrokken needs of danfo, without danfo. */
class Frame {
  columns: string[];
  values: unknown[][];
  constructor(values: unknown[][], { columns }: { columns: string[] }) {
    this.columns = columns;
    this.values = values;
  }
}

describe("always", () => {
  test("null and NaN are missing on the way in and stay missing on the way back", () => {
    const rows = [
      [1, "x"],
      [null, null],
      [Number.NaN, "y"],
    ];
    const frame = new Frame(rows, { columns: ["a", "b"] });
    const table = fromDanfo(frame as never);
    expect([...numbersOf(table, ["a"]).a!]).toEqual([1, Number.NaN, Number.NaN]);
    const back = toDanfo(table, { DataFrame: Frame } as never) as unknown as Frame;
    expect(back.columns).toEqual(["a", "b"]);
    expect(fromDanfo(back as never).fields).toEqual(table.fields);
  });
});
