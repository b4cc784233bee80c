import { fieldOfCells, looseCell } from "./fields.ts";
import { cellsOf } from "./jsonColumns.ts";
import type { Table } from "./table.ts";

/** The part of a danfo frame that is read. */
export interface DanfoFrameLike {
  readonly columns: readonly string[];
  readonly values: readonly unknown[];
}

/** The part of danfojs that makes frames: pass the module itself. */
export interface DanfoLike<F> {
  readonly DataFrame: new (rows: (number | string | null)[][], options: { columns: string[] }) => F;
}

/**
 * A table from a danfo frame. null, undefined and NaN are missing.
 * @param frame a DataFrame of danfojs or danfojs-node
 * @param source what to call it in messages
 */
export function fromDanfo(frame: DanfoFrameLike, source = "danfo"): Table {
  const rows = frame.values.map((row) => (Array.isArray(row) ? row : [row]));
  const fields = frame.columns.map((name, j) =>
    fieldOfCells(
      name,
      rows.map((row) => looseCell(row[j])),
    ),
  );
  return { source, rows: rows.length, fields };
}

/**
 * A danfo frame from a table: missing numbers are NaN, missing text is null. Do the statistics on this side: danfo
 * computes in single precision and counts a missing value as 0 in sums of frames.
 * @param danfo the module, as you imported it (`import * as danfo from "danfojs-node"`)
 */
export function toDanfo<F>(table: Table, danfo: DanfoLike<F>): F {
  const columns = table.fields.map((field) => (field.kind === "number" ? field.values : cellsOf(table, field)));
  const rows = Array.from({ length: table.rows }, (_, i) => columns.map((column) => column[i]!));
  return new danfo.DataFrame(rows, { columns: table.fields.map(({ name }) => name) });
}
