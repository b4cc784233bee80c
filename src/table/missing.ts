import { refuse } from "../foundation/errors.ts";
import { fieldOfCells, isMissingCell, type LooseCell, withReasons } from "./fields.ts";
import { type Field, fieldOf, type MissingReasons, type Table } from "./table.ts";

/** A value that stands for no answer: 99, "n.v.t.". A text that is a number also means that number. */
export type MissingCode = number | string;

/** Codes for all columns, or by column. */
export type MissingCodes = readonly MissingCode[] | Readonly<Record<string, readonly MissingCode[]>>;

/** A reason is kept in one byte per cell, and 0 means none. */
export const MOST_REASONS = 255;

/** The codes that hold for a column. */
export function codesFor(codes: MissingCodes | undefined, column: string): readonly MissingCode[] {
  if (codes === undefined) return [];
  return isList(codes) ? codes : Object.hasOwn(codes, column) ? codes[column]! : [];
}

/** The columns that codes are given for by name; none when they hold for all. */
export function columnsWithCodes(codes: MissingCodes | undefined): readonly string[] {
  return codes === undefined || isList(codes) ? [] : Object.keys(codes);
}

function isList(codes: MissingCodes): codes is readonly MissingCode[] {
  return Array.isArray(codes);
}

/**
 * Which of the codes a cell is: its place in the list, or -1.
 * @example matchingCode([99, "n.v.t."], "n.v.t.") // 1
 */
export function matchingCode(codes: readonly MissingCode[], cell: string | number): number {
  return typeof cell === "number"
    ? codes.findIndex((code) => String(code).trim() !== "" && Number(code) === cell)
    : codes.findIndex((code) => String(code).trim() === cell.trim());
}

/**
 * Declares values as missing and keeps the reason: the cells become missing, and `reasons` says which code stood there.
 * Reasons that were there before stay. Nothing is changed in the table given.
 * @param table the data
 * @param codes values for all columns (`[99, "n.v.t."]`), or by column (`{ q1: [9] }`)
 * @returns a new table of the same rows and columns
 * @throws data/unknown-column when codes name a column that is not there
 */
export function declareMissing(table: Table, codes: MissingCodes): Table {
  for (const column of columnsWithCodes(codes)) fieldOf(table, column);
  return { ...table, fields: table.fields.map((field) => declared(field, codesFor(codes, field.name))) };
}

function declared(field: Field, codes: readonly MissingCode[]): Field {
  if (codes.length === 0) return field;
  const labels = [...new Set([...(field.reasons?.labels ?? []), ...codes.map(String)])];
  if (labels.length > MOST_REASONS) refuse("option/invalid", { option: "missing", expected: `≤ ${MOST_REASONS}` });
  const reasons: MissingReasons = {
    codes: Uint8Array.from(field.reasons?.codes ?? new Uint8Array(rowsOf(field))),
    labels,
  };
  const reasonOf = (found: number) => labels.indexOf(String(codes[found])) + 1;
  return field.kind === "number"
    ? withReasons({ ...field, values: field.values.map(declareNumber(codes, reasons, reasonOf)) }, reasons)
    : declaredText(field, codes, reasons, reasonOf);
}

function rowsOf(field: Field): number {
  return field.kind === "number" ? field.values.length : field.codes.length;
}

function declareNumber(codes: readonly MissingCode[], reasons: MissingReasons, reasonOf: (found: number) => number) {
  return (value: number, row: number): number => {
    const found = Number.isNaN(value) ? -1 : matchingCode(codes, value);
    if (found < 0) return value;
    reasons.codes[row] = reasonOf(found);
    return Number.NaN;
  };
}

function declaredText(
  field: Field & { kind: "text" },
  codes: readonly MissingCode[],
  reasons: MissingReasons,
  reasonOf: (found: number) => number,
): Field {
  const found = field.levels.map((level) => matchingCode(codes, level));
  const levels = field.levels.filter((_, j) => found[j]! < 0);
  const renumbered = Int32Array.from(found, (code, j) => (code < 0 ? levels.indexOf(field.levels[j]!) : -1));
  field.codes.forEach((level, row) => {
    if (level >= 0 && found[level]! >= 0) reasons.codes[row] = reasonOf(found[level]!);
  });
  return withReasons(
    { ...field, levels, codes: field.codes.map((level) => (level < 0 ? -1 : renumbered[level]!)) },
    reasons,
  );
}

/** A column from loose cells, of which some may be declared missing before its kind is decided. */
export function fieldOfCoded(name: string, cells: readonly LooseCell[], codes: readonly MissingCode[]): Field {
  const found = cells.map((cell) =>
    isMissingCell(cell) || typeof cell === "boolean" ? -1 : matchingCode(codes, cell as string | number),
  );
  const labels = [...new Set(codes.map(String))];
  const reasons = Uint8Array.from(found, (code) => (code < 0 ? 0 : labels.indexOf(String(codes[code])) + 1));
  const field = fieldOfCells(
    name,
    cells.map((cell, row) => (found[row]! < 0 ? cell : null)),
  );
  return withReasons(field, { codes: reasons, labels });
}
