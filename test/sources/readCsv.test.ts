import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { BetrokkenError, problemText } from "../../src/foundation/errors.ts";
import { type CsvOptions, readCsv } from "../../src/sources/readCsv.ts";
import { toJsonColumns } from "../../src/table/jsonColumns.ts";
import { fieldOf } from "../../src/table/table.ts";

const FORMATS = new URL("../fixtures/formats/", import.meta.url);
const EXPECTED = JSON.parse(readFileSync(new URL("text_expected.json", FORMATS), "utf8"));

type Known = Omit<CsvOptions, "source">;

function read(text: string, known: Known = {}) {
  return readCsv(new TextEncoder().encode(text), { source: "x.csv", ...known });
}

function columns(text: string, known: Known = {}) {
  return toJsonColumns(read(text, known).table).columns;
}

function codes(text: string, known: Known = {}) {
  return read(text, known).notes.map(({ code }) => code);
}

function fixture(name: string) {
  return readCsv(readFileSync(new URL(name, FORMATS)), { source: name });
}

function problems(text: string): string[] {
  try {
    read(text);
  } catch (error) {
    if (error instanceof BetrokkenError) return error.problems.map((problem) => problemText(problem, "en"));
  }
  return [];
}

describe("agrees with the truth table", () => {
  test.each([
    ["csv_nl_cp1252.csv", "csv_nl_cp1252.csv", "windows-1252"],
    ["csv_nl_utf8bom.csv", "csv_nl_cp1252.csv", "utf-8"],
    ["csv_en.csv", "csv_en.csv", "utf-8"],
  ])("%s", (name, truth, encoding) => {
    const { decimal, delimiter, rows } = EXPECTED[truth];
    const { table, decided } = fixture(name);
    const cells = Object.values(toJsonColumns(table).columns);
    expect(decided).toEqual({ encoding, delimiter, decimal });
    expect(Array.from({ length: table.rows }, (_, i) => cells.map((column) => column[i]))).toEqual(rows);
  });

  test("the names of the Dutch file, without its byte order mark, and the lines of its rows", () => {
    const { table } = fixture("csv_nl_utf8bom.csv");
    expect(table.fields.map(({ name }) => name)).toEqual(EXPECTED["csv_nl_cp1252.csv"].columns);
    expect([...table.lines!]).toEqual([2, 4, 5]);
    expect([...fixture("csv_nl_cp1252.csv").table.lines!]).toEqual([3, 5, 6]);
  });

  test.each([
    [
      "a comma in a column of numbers decides for the whole file",
      "a;b\n1,5;1.234\n2,5;12.000",
      { a: [1.5, 2.5], b: [1234, 12000] },
    ],
    ["points, when only a remark has a comma", "a;b\n1.5;2,5\n2.5;ja", { a: [1.5, 2.5], b: ["2,5", "ja"] }],
    [
      "a comma in any cell, when no column has points",
      "a;b\n1.234;2,5\n2.345;ja",
      { a: [1234, 2345], b: ["2,5", "ja"] },
    ],
    ["thousands of millions are Dutch", "a;b\n1.000.000;1.234\n2.000.000;5", { a: [1e6, 2e6], b: [1234, 5] }],
    ["three decimals are decimals", "a;b\n0,123;1,234\n-0,5;2,345", { a: [0.123, -0.5], b: [1.234, 2.345] }],
    ["a list of codes in an English file is text", 'a,b\n"1,3",1\n"2",2', { a: ["1,3", "2"], b: [1, 2] }],
    ["a time of day does not outvote the marks", "a;b\n7,5;12.30\n8,0;13.45", { a: [7.5, 8], b: ["12.30", "13.45"] }],
  ])("%s", (_, text, expected) => {
    expect(columns(text)).toEqual(expected);
  });
});

describe("always", () => {
  test.each(["\n", "\r\n", "\r"])("line ends %j give the same table and lines", (end) => {
    const { table } = read(`a;b${end}1;"x${end}y"${end}${end}3;z`);
    expect(toJsonColumns(table).columns).toEqual({ a: [1, 3], b: [`x${end}y`, "z"] });
    expect([...table.lines!]).toEqual([2, 5]);
  });

  test("mixed line ends lose no row", () => {
    expect(columns("a;b\r\n1;2\n3;4\r\n5;6")).toEqual({ a: [1, 3, 5], b: [2, 4, 6] });
  });

  test("notes and problems name the file and never hold a cell", () => {
    const text = "a;b;b\n1;geheim;x\n2;3;4\n2;3;4\n2;3;4\n2;3;4\n";
    const { notes } = read(text);
    expect(notes.length).toBeGreaterThan(1);
    expect(notes.every(({ values }) => values.source === "x.csv")).toBe(true);
    expect(JSON.stringify(notes) + problems(`${text}geheim;1\n"geheim;1;2`).join()).not.toContain("geheim");
  });

  test("declared codes are missing with their reason, for all columns or for one", () => {
    const text = "a;b\n1;99\n99,0;n.v.t.\n3;\n4;5";
    const all = read(text, { missing: [99, "n.v.t."] }).table;
    expect(toJsonColumns(all).columns).toEqual({ a: [1, null, 3, 4], b: [null, null, null, 5] });
    expect(fieldOf(all, "a").reasons).toEqual({ codes: Uint8Array.of(0, 1, 0, 0), labels: ["99", "n.v.t."] });
    expect(fieldOf(all, "b").reasons).toEqual({ codes: Uint8Array.of(1, 2, 0, 0), labels: ["99", "n.v.t."] });
    expect(columns(text, { missing: { a: [99] } })).toEqual({ a: [1, null, 3, 4], b: ["99", "n.v.t.", null, "5"] });
  });

  test("a code declared for text leaves its reason too", () => {
    const { table } = read("a;b\nouder;1\nonbekend;2", { missing: ["onbekend"] });
    expect(fieldOf(table, "a")).toEqual({
      kind: "text",
      name: "a",
      levels: ["ouder"],
      codes: Int32Array.of(0, -1),
      reasons: { codes: Uint8Array.of(0, 1), labels: ["onbekend"] },
    });
  });
});

describe("at the edges", () => {
  test("a stray quotation mark keeps its row and is told", () => {
    const { table, notes } = read('a;b;c\n1;"x"y;2\n3;5" pijp;4\n"z";"";"q ""r"""');
    expect(toJsonColumns(table).columns).toEqual({
      a: ["1", "3", "z"],
      b: ['"x"y', '5" pijp', null],
      c: ["2", "4", 'q "r"'],
    });
    expect(notes).toContainEqual({ code: "file/odd-quote", values: { source: "x.csv", count: 2, line: 2 } });
  });

  test("a quoted cell that may have swallowed rows is told, an ordinary one of several lines is not", () => {
    expect(codes('a;b;c\n1;"Jan;3\n2;Piet";4\n5;x;7')).toContain("file/swallowed-rows");
    expect(codes('a;b;c\n1;"een; twee\ndrie";4\n5;x;7')).toEqual([]);
  });

  test("double and empty names get one of their own, not one that is taken", () => {
    const { table, notes } = read("a;a;;a_2; b \n1;2;3;4;5");
    expect(table.fields.map(({ name }) => name)).toEqual(["a", "a_3", "column_3", "a_2", "b"]);
    expect(notes).toEqual([
      { code: "file/duplicate-header", values: { source: "x.csv", column: "a", position: 2, name: "a_3" } },
      { code: "file/unnamed-header", values: { source: "x.csv", column: "", position: 3, name: "column_3" } },
    ]);
  });

  test("a name that JavaScript knows is a name like any other", () => {
    const { table } = read("__proto__;constructor\n1;2", { missing: { constructor: [2] } });
    expect(table.fields.map(({ name }) => name)).toEqual(["__proto__", "constructor"]);
    expect(columns("__proto__;constructor\n1;2").constructor).toEqual([2]);
  });

  test("blank lines are skipped, empty rows stay, both are told", () => {
    const { table, notes } = read("a;b\n1;2\n\n   \n;\n3;4\n\n\n");
    expect(toJsonColumns(table).columns).toEqual({ a: [1, null, 3], b: [2, null, 4] });
    expect([...table.lines!]).toEqual([2, 5, 6]);
    expect(notes).toEqual([
      { code: "file/blank-lines", values: { source: "x.csv", count: 2, line: 3 } },
      { code: "file/empty-rows", values: { source: "x.csv", count: 1, line: 5 } },
    ]);
  });

  test("in one column a quoted nothing is a row, a blank line at the end is not", () => {
    expect(columns('a\n1\n""\n3\n\n')).toEqual({ a: [1, null, 3] });
  });

  test("cells of blanks are missing, with a count", () => {
    const { table, notes } = read("a;b\n1;x\n ;y\n  ;z");
    expect(toJsonColumns(table).columns.a).toEqual([1, null, null]);
    expect(notes).toEqual([{ code: "file/blank-cells", values: { source: "x.csv", column: "a", count: 2, line: 3 } }]);
  });

  test("a column that is almost numbers stays text, with the first line; from 80 percent on", () => {
    const text = (last: string) => `a;b\n1;1\n2;1\n3;1\n4;1\n${last};1`;
    expect(read(text("n.v.t.")).notes).toEqual([
      { code: "file/nearly-numeric", values: { source: "x.csv", column: "a", count: 1, line: 6 } },
    ]);
    expect(columns(text("n.v.t.")).a).toEqual(["1", "2", "3", "4", "n.v.t."]);
    expect(codes("a;b\n1;1\n2;1\n3;1\nx;1")).toEqual([]);
  });

  test.each([
    ["a;b\n1.234;1,5\n2.345;2,5", ["file/decimal-ambiguous"], [1234, 2345]],
    ["a;b\n1.234;1\n2.345;2", ["file/decimal-ambiguous"], [1.234, 2.345]],
    ["a;b\n1,234;1\n2,345;2", ["file/decimal-ambiguous"], [1.234, 2.345]],
    ['a,b\n"1,234",1\n"2,345",2', ["file/decimal-ambiguous"], [1234, 2345]],
    ["a;b\n1.234;1\n2.5;2", [], [1.234, 2.5]],
    ["a;b\n1,5;1.5\n2,5;2.5", ["file/decimal-mixed"], [1.5, 2.5]],
  ])("numbers that can be read in two ways are told: %j", (text, expected, a) => {
    expect(codes(text)).toEqual(expected);
    expect(columns(text).a).toEqual(a);
  });

  test("who knows the decimal sign or the delimiter may say so", () => {
    expect(columns("a;b\n1.234;1", { decimal: "," }).a).toEqual([1234]);
    expect(codes("a;b\n1.234;1", { decimal: "," })).toEqual([]);
    expect(columns("a|b,c\n1|2,5", { delimiter: "|" })).toEqual({ a: [1], "b,c": [2.5] });
    expect(columns("a b\n1 2", { delimiter: " " })).toEqual({ a: [1], b: [2] });
  });

  test("Excel's hint names the delimiter and is no row", () => {
    const { table, decided } = read("sep=|\r\na|b,c\r\n1|2,5");
    expect(decided.delimiter).toBe("|");
    expect(toJsonColumns(table).columns).toEqual({ a: [1], "b,c": [2.5] });
    expect([...table.lines!]).toEqual([3]);
  });

  test("dates are turned only where day and month are sure", () => {
    expect(columns("a;b\n1-2-2024;x\n31-12-1999;y").a).toEqual(["2024-02-01", "1999-12-31"]);
    expect(columns("a,b\n1-2-2024,x\n31-12-1999,y").a).toEqual(["2024-02-01", "1999-12-31"]);
    expect(columns("a,b\n1-2-2024,x\n3-4-1999,y").a).toEqual(["1-2-2024", "3-4-1999"]);
    expect(columns("a;b\n30-2-2024;x\n1-2-2024;y").a).toEqual(["30-2-2024", "1-2-2024"]);
  });

  test("an apostrophe before a formula is taken off, another stays", () => {
    expect(columns("a;b\n'=1+1;x\n's avonds;y").a).toEqual(["=1+1", "'s avonds"]);
  });

  test("every row may end with a delimiter that the header lacks, but not some rows", () => {
    expect(columns("a;b\n1;2;\n3;4;\n")).toEqual({ a: [1, 3], b: [2, 4] });
    expect(codes("a;b\n1;2;\n3;4;\n")).toEqual(["file/trailing-delimiter"]);
    expect(problems("a;b\n1;2;\n3;4\n")).toHaveLength(1);
  });

  test("one column where there seem to be more is told", () => {
    expect(codes('"a|b"\nx|y\nx|y')).toContain("file/one-column");
  });
});

describe("refuses", () => {
  test("everything that is wrong, at once, with its line", () => {
    expect(problems('a;b;c\n1;"Jan;3\n2;"Piet";4\n5;6\n7;8;"9\n1;2\n\n4;5;6;7')).toEqual([
      "x.csv, line 2: A quotation mark opens here and is not closed where its cell ends.",
      "x.csv, line 4, row 1: Found 2 cells, while the header has 3.",
      "x.csv, line 5: A quotation mark opens here and is not closed where its cell ends.",
      "x.csv, line 6, row 2: Found 2 cells, while the header has 3.",
      "x.csv, line 8, row 3: Found 4 cells, while the header has 3.",
    ]);
  });

  test.each([
    ["an empty file", "", "data/empty"],
    ["a file of blank lines", "\n\n\n", "data/empty"],
    ["a header without rows", "a;b\r\n", "data/empty"],
    ["a binary file", "PK\u0003\u0004\u0000", "file/not-text"],
    ["a header whose quotation mark never closes", '"a;b\n1;2\n', "file/broken-quote"],
  ])("%s, with its name", (_, text, code) => {
    expect(() => read(text)).toThrow(
      expect.objectContaining({ code, location: expect.objectContaining({ source: "x.csv" }) }),
    );
  });

  test("codes for a column that is not there, unknown options, and a delimiter of two signs", () => {
    expect(() => read("a;b\n1;2", { missing: { c: [9] } })).toThrow(
      expect.objectContaining({ code: "data/unknown-column" }),
    );
    expect(() => read("a;b\n1;2", { delimeter: ";" } as Known)).toThrow(
      expect.objectContaining({ code: "option/unknown" }),
    );
    expect(() => read("a;b\n1;2", { delimiter: "||" })).toThrow(expect.objectContaining({ code: "option/invalid" }));
  });
});
