import type { ColumnName } from "./glossary.ts";

export type Cell = string | number | boolean | null;

/** One line of a tidy table: only columns of the glossary. */
export type Row = { readonly [K in ColumnName]?: Cell };
