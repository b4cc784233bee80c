import type { MissingReasons, NumberField, Table, TextField } from "./table.ts";

/** A cell of a column as it may come in: null, undefined, NaN and "" are missing; true and false count as 1 and 0. */
export type LooseCell = string | number | boolean | null | undefined;

/** A column of numbers; null, undefined and NaN are missing. */
export function numberFieldOf(name: string, values: ArrayLike<number | null | undefined>): NumberField {
  return { kind: "number", name, values: Float64Array.from(values, (value) => value ?? Number.NaN) };
}

/**
 * A column of text, as codes into its levels in order of first appearance; null and "" are missing.
 * @example [...textFieldOf("role", ["parent", "teacher", null, "parent"]).codes] // [0, 1, -1, 0]
 */
export function textFieldOf(name: string, values: ArrayLike<string | null | undefined>): TextField {
  const index = new Map<string, number>();
  const codes = new Int32Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    const present = value !== null && value !== undefined && value !== "";
    if (present && !index.has(value)) index.set(value, index.size);
    codes[i] = present ? index.get(value)! : -1;
  }
  return { kind: "text", name, codes, levels: [...index.keys()] };
}

/** A column of either kind: numbers when every value that is there is one, else text. */
export function fieldOfCells(name: string, cells: readonly LooseCell[]): NumberField | TextField {
  if (cells.every((cell) => isMissingCell(cell) || typeof cell !== "string"))
    return numberFieldOf(
      name,
      cells.map((cell) => (isMissingCell(cell) ? Number.NaN : Number(cell))),
    );
  return textFieldOf(
    name,
    cells.map((cell) => (isMissingCell(cell) ? null : String(cell))),
  );
}

export function isMissingCell(cell: LooseCell): boolean {
  return cell === null || cell === undefined || cell === "" || Number.isNaN(cell);
}

/** A cell of another library: dates become ISO text; what is no number, text or truth value becomes text. */
export function looseCell(value: unknown): LooseCell {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (typeof value === "bigint" && Number.isSafeInteger(Number(value))) return Number(value);
  return typeof value === "number" || typeof value === "boolean" ? value : String(value);
}

/** The reasons, unless no cell has one. */
export function withReasons<F extends NumberField | TextField>(field: F, reasons: MissingReasons): F {
  return reasons.codes.some((code) => code > 0) ? { ...field, reasons } : field;
}

/** Where a row of a table stands: its file, row (from 1) and, if known, line. */
export function placeOf(table: Table, row: number, column?: string) {
  const line = table.lines?.[row];
  return {
    source: table.source,
    row: row + 1,
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
  };
}
