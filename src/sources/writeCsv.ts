import { z } from "zod";
import { refuse } from "../foundation/errors.ts";
import { type Given, resolve } from "../foundation/options.ts";
import type { Language } from "../foundation/phrases.ts";
import type { Cell } from "../foundation/row.ts";
import { placeOf } from "../table/fields.ts";
import { cellsOf } from "../table/jsonColumns.ts";
import type { Field, Table } from "../table/table.ts";
import { guarded } from "./formulaGuard.ts";
import { isGrouped } from "./numberText.ts";

const options = z.strictObject({ language: z.enum(["nl", "en"]).default("en") });

interface Dialect {
  readonly start: string;
  readonly delimiter: string;
  readonly lineEnd: string;
}

/** What Excel opens with a double click in either language; the mark at the start tells it that this is UTF-8. */
const DIALECTS: Readonly<Record<Language, Dialect>> = {
  nl: { start: "\ufeff", delimiter: ";", lineEnd: "\r\n" },
  en: { start: "", delimiter: ",", lineEnd: "\n" },
};

/** Rows of named cells, as `tidy` gives them. */
export type CsvRows = readonly Readonly<Record<string, Cell | undefined>>[];

type CsvCell = Cell | undefined;

/**
 * A table, or rows, as a CSV file: in Dutch with semicolons, decimal commas and a byte order mark, in English with
 * commas and decimal points. Numbers are written in full, so that reading them gives the same numbers. Text that a
 * spreadsheet would run as a formula gets an apostrophe in front, which `readCsv` takes away again.
 * @param data a table, or rows; missing values (and NaN) become empty cells
 * @param given `language`: nl or en (default)
 * @returns the text of the file
 * @throws data/not-finite for an infinite number
 * @example writeCsv([{ item: "a", mean: 2.5 }], { language: "nl" }) // "\ufeffitem;mean\r\na;2,5\r\n"
 */
export function writeCsv(data: Table | CsvRows, given: Given<typeof options> = {}): string {
  const { language } = resolve(options, given);
  const { start, delimiter, lineEnd } = DIALECTS[language];
  const { names, columns, rows } = isTable(data) ? tableColumns(data) : rowColumns(data);
  const alone = names.length === 1;
  const lines = [names.map((name) => quoted(guarded(name))).join(delimiter)];
  for (let i = 0; i < rows; i++)
    lines.push(columns.map((column) => shownCell(column[i], { language, alone })).join(delimiter));
  return start + lines.map((line) => line + lineEnd).join("");
}

interface Columns {
  readonly names: readonly string[];
  readonly columns: readonly ArrayLike<CsvCell>[];
  readonly rows: number;
}

function isTable(data: Table | CsvRows): data is Table {
  return !Array.isArray(data);
}

function tableColumns(table: Table): Columns {
  const columns = table.fields.map((field) => finiteCells(table, field));
  return { names: table.fields.map(({ name }) => name), columns, rows: table.rows };
}

function finiteCells(table: Table, field: Field): ArrayLike<CsvCell> {
  if (field.kind === "text") return cellsOf(table, field);
  const row = field.values.findIndex((value) => Math.abs(value) === Number.POSITIVE_INFINITY);
  return row < 0 ? field.values : refuse("data/not-finite", {}, placeOf(table, row, field.name));
}

function rowColumns(rows: CsvRows): Columns {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return { names, columns: names.map((name) => rows.map((row) => row[name])), rows: rows.length };
}

/** A missing value that is a whole line is written as "": a blank line would not be read as a row. */
function shownCell(cell: CsvCell, { language, alone }: { language: Language; alone: boolean }): string {
  if (cell === null || cell === undefined || cell === "" || Number.isNaN(cell)) return alone ? '""' : "";
  if (typeof cell === "number") return numberText(cell, language);
  return quoted(typeof cell === "boolean" ? String(cell) : guarded(cell));
}

/** All digits; an exponent only behind a decimal sign; 1,234 as 1,2340 so that nobody takes it for thousands. */
function numberText(value: number, language: Language): string {
  const text = Object.is(value, -0) ? "-0" : digits(value).replace(/^(-?\d)e/, "$1.0e");
  if (language === "en") return text;
  const comma = text.replace(".", ",");
  return isGrouped(comma, ".") ? `${comma}0` : comma;
}

function digits(value: number): string {
  return Number.isInteger(value) && !Number.isSafeInteger(value) ? value.toExponential() : String(value);
}

/** Signs that separate columns somewhere are quoted everywhere, so that the delimiter can be found again. */
function quoted(text: string): string {
  return /["\r\n;,\t|]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
