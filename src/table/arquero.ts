import type { ColumnTable } from "arquero";
import { fieldOfCells, looseCell } from "./fields.ts";
import { cellsOf } from "./jsonColumns.ts";
import type { Field, Table } from "./table.ts";

/** The part of arquero that makes tables. */
export interface ArqueroLike<T> {
  readonly table: (columns: [string, ArrayLike<unknown>][]) => T;
}

/**
 * A table for arquero's verbs. Columns of numbers go over by reference with NaN as missing, which arquero's `op.mean`
 * and the like skip; text has null. Reasons of missing values stay behind. Arquero is loaded only now.
 * @param table the data
 * @param arquero the module, if you have loaded it yourself
 * @returns an arquero table
 */
export async function toArquero(table: Table): Promise<ColumnTable>;
export async function toArquero<T>(table: Table, arquero: ArqueroLike<T>): Promise<T>;
export async function toArquero(table: Table, arquero?: ArqueroLike<unknown>): Promise<unknown> {
  const { table: make } = arquero ?? ((await import("arquero")) as ArqueroLike<ColumnTable>);
  return make(
    table.fields.map((field) => [field.name, field.kind === "number" ? field.values : cellsOf(table, field)]),
  );
}

/** The part of an arquero table that is read. */
export interface ArqueroTableLike {
  columnNames(): string[];
  array(name: string): ArrayLike<unknown>;
}

/**
 * A table from an arquero table, with its filter and order applied. null, undefined and NaN are missing; dates become
 * ISO text.
 * @param source what to call it in messages
 */
export function fromArquero(from: ArqueroTableLike, source = "arquero"): Table {
  const fields = from.columnNames().map((name) => readColumn(name, from.array(name)));
  const rows = fields[0]?.kind === "number" ? fields[0].values.length : (fields[0]?.codes.length ?? 0);
  return { source, rows, fields };
}

function readColumn(name: string, cells: ArrayLike<unknown>): Field {
  if (cells instanceof Float64Array) return { kind: "number", name, values: cells.slice() };
  return fieldOfCells(name, Array.from(cells, looseCell));
}
