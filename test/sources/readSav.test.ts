import { readFileSync } from "node:fs";
import { deflateSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BetrokkenError } from "../../src/foundation/errors.ts";
import { readSav, type SavReading } from "../../src/sources/readSav.ts";
import { momentText } from "../../src/sources/savDates.ts";
import { toJsonColumns } from "../../src/table/jsonColumns.ts";
import { type Field, fieldOf } from "../../src/table/table.ts";
import { takeRows } from "../../src/table/takeRows.ts";
import { disagreements } from "../fixtures/readFixture.ts";
import { type SavFile, savFile } from "./savFile.ts";

const FORMATS = new URL("../fixtures/formats/", import.meta.url);

interface Expected {
  readonly name: readonly [string];
  readonly label: readonly [string] | null;
  readonly format: readonly [string];
  readonly labels: { readonly values: readonly unknown[]; readonly labels: readonly string[] } | null;
  readonly na_values: readonly unknown[] | null;
  readonly na_range: readonly [number | null, number | null] | null;
  readonly values: readonly (number | string | null)[];
}

/** What R's haven reads in these files (pspp-convert for those of pspp): dates in days, moments in seconds, since 1970. */
const EXPECTED = JSON.parse(readFileSync(new URL("sav_expected.json", FORMATS), "utf8")) as Readonly<
  Record<string, { readonly n: readonly [number]; readonly vars: readonly Expected[] }>
>;

function bytesOf(name: string): Uint8Array {
  return readFileSync(new URL(name, FORMATS));
}

function fixture(name: string): SavReading {
  return readSav(bytesOf(name), { source: name });
}

function made(file: SavFile, columns?: readonly string[]): SavReading {
  return readSav(savFile(file), { source: "x.sav", columns });
}

function codeOf(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    if (error instanceof BetrokkenError) return error.code;
    throw error;
  }
  return "read";
}

/** The cells as haven gives them: declared missing values as they stood, times as numbers. */
function cellsOf(field: Field, format: string): (number | string | null)[] {
  const { reasons } = field;
  return Array.from(field.kind === "number" ? field.values : field.codes, (cell, row) => {
    const reason = reasons?.codes[row] ?? 0;
    if (reason > 0) return field.kind === "number" ? Number(reasons!.labels[reason - 1]) : reasons!.labels[reason - 1]!;
    if (field.kind === "number") return Number.isNaN(cell) ? null : cell;
    return cell < 0 ? null : timeOf(field.levels[cell]!, format);
  });
}

function timeOf(text: string, format: string): number | string {
  if (format.startsWith("DATETIME")) return Date.parse(`${text}Z`) / 1000;
  return /DATE/.test(format) ? Date.parse(text) / 86_400_000 : text;
}

const PLAIN: SavFile = {
  data: (write) => {
    write.double(1);
    write.text("ja", 8);
    write.double(-Number.MAX_VALUE);
    write.text("", 8);
  },
};

describe("agrees with haven and pspp", () => {
  test.each(Object.keys(EXPECTED))("%s: values, labels, missing values, formats", (name) => {
    const { table, codebook } = fixture(name);
    const { n, vars } = EXPECTED[name]!;
    expect(table.rows).toBe(n[0]);
    expect(table.fields.map((field) => field.name)).toEqual(vars.map((one) => one.name[0]));
    for (const [j, one] of vars.entries()) {
      const variable = codebook.variables[j]!;
      expect(variable).toMatchObject({ label: one.label?.[0] ?? null, format: one.format[0] });
      expect(variable.valueLabels.map(({ value }) => value)).toEqual(one.labels?.values ?? []);
      expect(variable.valueLabels.map(({ label }) => label)).toEqual(one.labels?.labels ?? []);
      expect(variable.missing.values).toEqual(one.na_values ?? []);
      expect(variable.missing.range && Object.values(variable.missing.range)).toEqual(one.na_range);
      expect(disagreements(cellsOf(table.fields[j]!, one.format[0]), one.values, 14)).toEqual([]);
    }
  });

  test("what haven drops is kept: title, documents, weight, sets, measure, role, attributes", () => {
    const { codebook, notes } = fixture("pspp_utf8.zsav");
    expect(codebook).toMatchObject({ label: "Testbestand ouderbetrokkenheid", weight: "eur" });
    expect(codebook.documents).toHaveLength(2);
    expect(codebook.responseSets).toEqual([
      { name: "$kan", label: "Kanalen", kind: "dichotomies", counted: "1", columns: ["g", "q2"] },
      { name: "$cat", label: "", kind: "categories", counted: null, columns: ["q1", "q2"] },
    ]);
    expect(codebook.variables.map(({ measure }) => measure).slice(0, 4)).toEqual([
      "scale",
      "nominal",
      "ordinal",
      "scale",
    ]);
    expect(codebook.variables.map(({ role }) => role).slice(0, 5)).toEqual([
      "input",
      "input",
      "input",
      "target",
      "input",
    ]);
    expect(codebook.variables[2]!.attributes).toEqual([
      { name: "schaal", values: ["partnerschap"] },
      { name: "omkeren", values: ["1"] },
    ]);
    expect(codebook.attributes).toHaveLength(1);
    expect(notes).toContainEqual({ code: "file/weighted", values: { source: "pspp_utf8.zsav", column: "eur" } });
  });
});

describe("always", () => {
  test.each(["hand_compressed.sav", "pspp_cp1252_compressed.sav", "pspp_utf8.zsav"])(
    "%s cut off at any byte is refused, or nothing was lost",
    (name) => {
      const bytes = bytesOf(name);
      const whole = fixture(name).table;
      // Only a file that does not say how many rows it has can be cut between two of them unseen.
      const announced = name !== "hand_compressed.sav";
      for (let length = 0; length < bytes.length; length++) {
        const code = codeOf(() => {
          const { table } = readSav(bytes.subarray(0, length), { source: name });
          expect(announced ? table.rows : whole.rows).toBe(whole.rows);
          const rows = Int32Array.from({ length: table.rows }, (_, row) => row);
          expect(toJsonColumns(table)).toEqual({ ...toJsonColumns(takeRows(whole, rows)), source: name });
        });
        expect(["read", "file/truncated", "file/not-sav", "file/damaged", "data/empty"]).toContain(code);
      }
    },
  );

  test("a file with a few wrong bytes is read or refused, never a crash", () => {
    const bytes = bytesOf("pspp_utf8_compressed.sav");
    const wrong = fc.tuple(fc.nat(bytes.length - 1), fc.nat(255));
    fc.assert(
      fc.property(fc.array(wrong, { minLength: 1, maxLength: 4 }), (changes) => {
        const damaged = Uint8Array.from(bytes);
        for (const [at, byte] of changes) damaged[at] = byte;
        expect(codeOf(() => readSav(damaged, { source: "x.sav" }))).toMatch(/^(read|file\/|data\/)/);
      }),
      { numRuns: 300, seed: 6 },
    );
  });

  test("chosen columns are the same as among all", () => {
    const all = fixture("haven_byte.sav").table;
    const { table, codebook } = readSav(bytesOf("haven_byte.sav"), { source: "x.sav", columns: ["lang", "item1"] });
    expect(table.fields).toEqual([fieldOf(all, "item1"), fieldOf(all, "lang")]);
    expect(codebook.variables.map(({ name }) => name)).toEqual(["item1", "lang"]);
  });
});

describe("at the edges", () => {
  test.each([true, false])("both byte orders, every compression (little end first: %s)", (littleEndian) => {
    const packed: SavFile = {
      littleEndian,
      compression: 1,
      data: (write) => {
        write.bytes([101, 253, 0, 255, 254, 252, 0, 0]);
        write.text("ja", 8);
      },
    };
    const codes = [101, 253, 0, 255, 254, 252, 0, 0, 106, 97, 32, 32, 32, 32, 32, 32];
    const zipped: SavFile = { ...packed, compression: 2, data: (write, begin) => zlibData(write, begin, codes) };
    for (const file of [{ ...PLAIN, littleEndian }, packed, zipped, { ...packed, rows: -1 }])
      expect(toJsonColumns(made(file).table).columns).toEqual({ X: [1, null], T: ["ja", ""] });
  });

  test("a value declared missing leaves its reason; further codes may be named", () => {
    const file = savFile({
      data: (write) => {
        for (const value of [9, 8]) {
          write.double(value);
          write.text("n.v.t.", 8);
        }
      },
    });
    const { table, notes } = readSav(file, { source: "x.sav", missing: { T: ["n.v.t."], X: [8] } });
    expect(toJsonColumns(table).columns).toEqual({ X: [null, null], T: [null, null] });
    expect(fieldOf(table, "X").reasons).toEqual({ labels: ["9", "8"], codes: Uint8Array.of(1, 2) });
    expect(notes.map(({ code }) => code)).toEqual(["file/declared-missing"]);
  });

  test("names that objects have of their own are names like any other", () => {
    const { table } = made({ ...PLAIN, longName: "__proto__" });
    expect(table.fields.map(({ name }) => name)).toEqual(["__proto__", "t"]);
  });

  test("a file that calls itself ASCII is read as Windows-1252, without Node's decoder", () => {
    const file = (page: number): SavFile => ({
      page,
      rows: 1,
      data: (write) => {
        write.double(1);
        write.bytes([0x80, 0x92, 32, 32, 32, 32, 32, 32]);
      },
    });
    expect(fieldOf(made(file(2)).table, "T")).toMatchObject({ levels: ["€’"] });
    expect(made(file(65001)).notes.map(({ code }) => code)).toEqual(["file/undecodable"]);
  });

  test("moments are text in universal time; what is no moment is not", () => {
    expect(momentText(13928544000, "date")).toBe("2024-02-29");
    expect(momentText(13928544000.5, "moment")).toBe("2024-02-29T00:00:00.500");
    expect(momentText(1e300, "date")).toBeUndefined();
    expect(momentText(-1, "moment")).toBeUndefined();
  });
});

/** A .zsav body of one block that announces `size` bytes. */
function zlibData(write: Parameters<SavFile["data"]>[0], begin: number, content: readonly number[], size?: number) {
  const packed = deflateSync(Uint8Array.from(content));
  for (const value of [begin, begin + 24 + packed.length, 48]) write.int64(value);
  write.bytes(packed);
  for (const value of [-100, 0]) write.int64(value);
  for (const value of [0x3ff000, 1]) write.int32(value);
  for (const value of [begin, begin + 24]) write.int64(value);
  for (const value of [size ?? content.length, packed.length]) write.int32(value);
}

describe("refuses", () => {
  const bomb = (write: Parameters<SavFile["data"]>[0], begin: number) =>
    zlibData(write, begin, new Array<number>(1e6).fill(101), 100);
  test.each<[string, SavFile, string]>([
    ["fewer rows than announced", { ...PLAIN, rows: 3 }, "file/truncated"],
    ["rows by the billion that are not there", { ...PLAIN, rows: 2 ** 31 - 1 }, "file/truncated"],
    ["no rows", { ...PLAIN, rows: 0 }, "data/empty"],
    ["an unknown compression", { ...PLAIN, compression: 7 }, "file/damaged"],
    ["a block that unpacks to more than it says", { compression: 2, data: bomb }, "file/damaged"],
    ["an encoding nobody knows", { ...PLAIN, page: 4 }, "file/unknown-encoding"],
  ])("%s", (_, file, code) => {
    expect(codeOf(() => made(file))).toBe(code);
  });

  test("another kind of file, and a column that is not there", () => {
    expect(codeOf(() => readSav(new TextEncoder().encode("a;b\n1;2"), { source: "x.sav" }))).toBe("file/not-sav");
    expect(codeOf(() => made(PLAIN, ["Y"]))).toBe("data/unknown-column");
  });
});
