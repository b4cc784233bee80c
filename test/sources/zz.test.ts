import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCsv } from "../../src/sources/readCsv.ts";
import { writeCsv } from "../../src/sources/writeCsv.ts";
import { numberFieldOf, textFieldOf } from "../../src/table/fields.ts";
import type { Field, Table } from "../../src/table/table.ts";

const LANGUAGES = ["nl", "en"] as const;

function tableOf(...fields: Field[]): Table {
  const [first] = fields;
  return { source: "x.csv", rows: first?.kind === "number" ? first.values.length : (first?.codes.length ?? 0), fields };
}

/** Text that CSV can hold: something else than blanks, and no zero bytes. Separators and quotes come often. */
const TEXT = fc
  .oneof(
    fc.string({ unit: "binary" }),
    fc.string({ unit: fc.constantFrom(..."abé€ ;,|\t\"'=+-@.0129\r\n") }),
    fc.constantFrom("7,5", "7.5", "1.234", "1,234", "1-2-2024", "sep=;", "-1", "'=x"),
  )
  .filter((text) => text.trim() !== "" && !text.includes("\0"));

const NAMES = fc.uniqueArray(
  TEXT.map((text) => text.trim()).filter((name) => name !== ""),
  { minLength: 1, maxLength: 5 },
);

const NUMBERS = fc.oneof(
  fc.constant(Number.NaN),
  fc.integer({ min: -3, max: 9 }),
  fc.double({ noDefaultInfinity: true }),
  fc.constantFrom(1.234, 12.345, 1234, 1e21, 2 ** 60, 5e-324, -0, 0.1),
);

/** A column of text says so in its first cell: CSV itself does not know numbers from text. */
function fieldArbitrary(name: string, rows: number): fc.Arbitrary<Field> {
  return fc.oneof(
    fc.array(NUMBERS, { minLength: rows, maxLength: rows }).map((values) => numberFieldOf(name, values)),
    fc
      .array(fc.option(TEXT), { minLength: rows, maxLength: rows })
      .map(([first, ...rest]) => textFieldOf(name, [`tekst ${first ?? "leeg"}`, ...rest])),
  );
}

const TABLE = fc
  .record({ names: NAMES, rows: fc.integer({ min: 1, max: 12 }) })
  .chain(({ names, rows }) => fc.tuple(...names.map((name) => fieldArbitrary(name, rows))))
  .map((fields) => tableOf(...fields));

describe("agrees with the truth table", () => {
  const table = tableOf(
    numberFieldOf("cijfer", [7.5, -1234.25, null]),
    textFieldOf("naam", ['zegt "hoi"', "a;b", "=1+1"]),
    numberFieldOf("n", [1, 1e21, 1.234]),
  );

  test("a Dutch Excel gets a mark, semicolons, decimal commas and its own line ends", () => {
    expect(writeCsv(table, { language: "nl" })).toBe(
      '\ufeffcijfer;naam;n\r\n7,5;"zegt ""hoi""";1\r\n-1234,25;"a;b";1,0e+21\r\n;\'=1+1;1,2340\r\n',
    );
  });

  test("an English one gets commas and decimal points", () => {
    expect(writeCsv(table, { language: "en" })).toBe(
      'cijfer,naam,n\n7.5,"zegt ""hoi""",1\n-1234.25,"a;b",1.0e+21\n,\'=1+1,1.234\n',
    );
  });

  test("rows of a result, with the columns of all of them", () => {
    expect(
      writeCsv([
        { term: "a", estimate: 0.5 },
        { term: "-b", significant: true, estimate: null },
      ]),
    ).toBe("term,estimate,significant\na,0.5,\n'-b,,true\n");
  });
});

describe("always", () => {
  test.each(LANGUAGES)("what is written in %s is read as the same table", (language) => {
    fc.assert(
      fc.property(TABLE, (table) => {
        const { table: read } = readCsv(new TextEncoder().encode(writeCsv(table, { language })), { source: "x.csv" });
        expect(read.fields).toEqual(table.fields);
      }),
      { numRuns: 20000 },
    );
  });

  test.each(LANGUAGES)("no cell of text in %s begins as a formula does", (language) => {
    fc.assert(
      fc.property(TEXT, (text) => {
        const written = writeCsv(tableOf(textFieldOf("a", [text])), { language }).replace(/^\ufeff?a\r?\n"?/, "");
        expect(written).not.toMatch(/^[=+\-@]/);
      }),
    );
  });
});

describe("at the edges", () => {
  test("no rows give an empty file or a header, a missing value alone on its line is quoted", () => {
    expect(writeCsv([])).toBe("\n");
    expect(writeCsv(tableOf(numberFieldOf("a", [])))).toBe("a\n");
    expect(writeCsv(tableOf(numberFieldOf("a", [1, null])))).toBe('a\n1\n""\n');
  });

  test("negative numbers are no formulas", () => {
    expect(writeCsv(tableOf(numberFieldOf("a", [-1, -0])))).toBe("a\n-1\n-0\n");
  });
});

describe("refuses", () => {
  test("an infinite number, with its place", () => {
    const table = tableOf(numberFieldOf("a", [1, Number.POSITIVE_INFINITY]));
    expect(() => writeCsv(table)).toThrow(
      expect.objectContaining({ code: "data/not-finite", location: { source: "x.csv", row: 2, column: "a" } }),
    );
  });

  test("an unknown language", () => {
    expect(() => writeCsv([], { language: "de" as "nl" })).toThrow(expect.objectContaining({ code: "option/invalid" }));
  });
});
