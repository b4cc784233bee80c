import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { looksSwallowed, quoteState } from "../../src/sources/csvQuotes.ts";
import { lineCounter, readRecords } from "../../src/sources/csvRecords.ts";

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function records(text: string) {
  const utf8 = bytes(text);
  const found: { cells: readonly string[]; raw: string }[] = [];
  const open: number[] = [];
  readRecords(utf8, ";", {
    record: ({ cells, begin, end }) =>
      found.push({ cells, raw: new TextDecoder("utf-8", { ignoreBOM: true }).decode(utf8.subarray(begin, end)) }),
    openQuote: (position) => open.push(position),
  });
  return { found, open };
}

describe("agrees with the truth table", () => {
  test.each([
    ["a;b", "regular"],
    ['"a";"b;c"', "regular"],
    ['"a ""b"" c";', "regular"],
    ['"een\ntwee";x', "regular"],
    ['"";""', "regular"],
    ['1;"x"y;2', "stray"],
    ['5" pijp;1', "stray"],
    ['1; "x"', "stray"],
    ['1;"x\n2;"y";3', "broken"],
    ['1;"x', "stray"],
  ])("the marks of %j are %s", (record, state) => {
    expect(quoteState(bytes(record), ";")).toBe(state);
  });

  test("a mark that never closes is found, and reading goes on below it", () => {
    const { found, open } = records('a;b\n"x\ny";"open;1\n2;3\n');
    expect(open).toEqual([10]);
    expect(found.map(({ cells }) => cells)).toEqual([
      ["a", "b"],
      ["2", "3"],
    ]);
  });

  test("a record of lines that are each as wide as a row looks swallowed", () => {
    expect(looksSwallowed(bytes('1;"a\n2;b"'), ";", 2)).toBe(true);
    expect(looksSwallowed(bytes('1;"a\nb"'), ";", 2)).toBe(false);
    expect(looksSwallowed(bytes('"a\nb"'), ";", 1)).toBe(false);
    expect(looksSwallowed(bytes("1;a"), ";", 2)).toBe(false);
  });
});

describe("always", () => {
  const LINES = fc.array(fc.string({ unit: fc.constantFrom(..."aé;1 ") }), { maxLength: 8 });

  test("every line without marks is one record, and its bytes are the line", () => {
    fc.assert(
      fc.property(LINES, fc.constantFrom("\n", "\r\n", "\r"), (lines, end) => {
        const kept = lines.filter((line) => line !== "");
        const { found } = records(lines.join(end));
        expect(found.map(({ raw }) => raw)).toEqual(kept);
        expect(found.map(({ cells }) => cells)).toEqual(kept.map((line) => line.split(";")));
      }),
    );
  });

  test("lines are counted as an editor counts them", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("a", "\n", "\r\n", "\r") }), (text) => {
        const lineOf = lineCounter(bytes(text));
        const ends = [...text.matchAll(/\r\n|\n|\r/g)].map((match) => match.index + match[0].length);
        for (const [i, position] of ends.entries()) expect(lineOf(position)).toBe(i + 2);
        expect(lineOf(text.length)).toBe(ends.length + 1);
      }),
    );
  });
});
