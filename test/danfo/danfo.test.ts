import { createRequire } from "node:module";
import { describe, expect, test } from "vitest";
import { type DanfoFrameLike, type DanfoLike, fromDanfo, toDanfo } from "../../src/table/danfo.ts";
import { numberFieldOf, textFieldOf } from "../../src/table/fields.ts";
import type { Table } from "../../src/table/table.ts";

interface Frame extends DanfoFrameLike {
  readonly dtypes: readonly string[];
  head(rows: number): Frame;
}

const require = createRequire(import.meta.url);

function installed(): DanfoLike<Frame> | undefined {
  try {
    return require("danfojs-node") as DanfoLike<Frame>;
  } catch {
    return undefined;
  }
}

const danfo = installed();
if (danfo === undefined) console.warn("danfojs-node is not installed here, so its test is skipped: npm run test:danfo");

const TABLE: Table = {
  source: "danfo",
  rows: 3,
  fields: [
    numberFieldOf("q", [1, null, 100000001.1]),
    textFieldOf("role", [null, "vader", "moeder"]),
    numberFieldOf("empty", [null, null, null]),
  ],
};

describe.skipIf(danfo === undefined)(
  "with the real danfojs-node (skipped when not installed: npm run test:danfo)",
  () => {
    test("there and back is the same table, null and NaN included, to the last digit", () => {
      expect(fromDanfo(toDanfo(TABLE, danfo!))).toEqual(TABLE);
    });

    test("danfo sees numbers as numbers and text as text", () => {
      expect(toDanfo(TABLE, danfo!).dtypes).toEqual(["float32", "string", "float32"]);
    });

    test("what danfo made itself is read", () => {
      const rows = [
        [1, "x"],
        [Number.NaN, null],
        [null, "z"],
      ] as (number | string | null)[][];
      const frame = new danfo!.DataFrame(rows, { columns: ["a", "b"] });
      expect(fromDanfo(frame.head(3)).fields).toEqual([
        numberFieldOf("a", [1, null, null]),
        textFieldOf("b", ["x", null, "z"]),
      ]);
    });
  },
);
